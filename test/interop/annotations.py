"""Reads brat and BioC files with Python, whose strings count code points, and prints what stands where they say."""

import json
import pathlib
import sys
import urllib.parse

folder = pathlib.Path(sys.argv[1])
spans = annotations = 0

for path in sorted(folder.glob("brat/*.ann")):
    text = path.with_suffix(".txt").read_bytes().decode("utf-8")
    for line in path.read_bytes().decode("utf-8").splitlines():
        if not line.startswith("T"):
            continue
        _, where, words = line.split("\t")
        places = [map(int, place.split(" ")) for place in where.split(" ", 1)[1].split(";")]
        assert " ".join(text[start:end] for start, end in places) == words, line
        spans += 1

texts = {name: (folder / "texts" / str(i)).read_bytes() for i, name in enumerate(json.loads(sys.argv[2]))}

for document in json.loads((folder / "review.bioc.json").read_text("utf-8"))["documents"]:
    data = texts[document["infons"]["path"]]
    for passage in document["passages"]:
        for annotation in passage["annotations"]:
            for location in annotation["locations"]:
                there = data[location["offset"] : location["offset"] + location["length"]]
                assert there.decode("utf-8") == annotation["text"], annotation
                annotations += 1

for item in json.loads((folder / "review.jsonld").read_text("utf-8"))["first"]["items"]:
    quote, position = item["target"]["selector"]
    text = texts[urllib.parse.unquote(item["target"]["source"])].decode("utf-8")
    assert text[position["start"] : position["end"]] == quote["exact"], item

print(spans, annotations)
