"""Opens a workbook in LibreOffice and prints for each sheet how many columns and rows stay in sight."""

import os
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue

pipe = f"outcome-lens-{os.getpid()}"
office = subprocess.Popen(
    ["soffice", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"], stderr=subprocess.DEVNULL
)


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.2)
    raise RuntimeError("LibreOffice did not answer")


try:
    context = connect()
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(sys.argv[1]), "_blank", 0, (hidden,))
    view = document.CurrentController
    for sheet in document.Sheets:
        view.setActiveSheet(sheet)
        print(sheet.Name, view.getSplitColumn() if view.hasFrozenPanes() else 0, view.getSplitRow())
    document.close(True)
    desktop.terminate()
    office.wait(timeout=60)
finally:
    office.kill()
