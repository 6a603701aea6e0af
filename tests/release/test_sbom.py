"""The list of what a version is made of."""

import json
from pathlib import Path

from release.requirements import Locked
from release.sbom import bill_of
from release.tree import Tree

TREE = Tree(Path("/nowhere"), "c" * 40, 1_700_000_000, "1.2.0")
HASH = "a" * 64
PACKAGES = [
    Locked("alpha", "1.0", "sys_platform != 'win32'", (HASH, "b" * 64), frozenset({"kumiai"})),
    Locked("beta", "2", "", (HASH,), frozenset({"alpha"})),
]


def test_every_package_has_its_hashes_and_who_needs_it():
    """In CycloneDX's words, held to its schema as it is made."""
    found = json.loads(bill_of(TREE, PACKAGES, ["alpha"]))
    assert ("CycloneDX", "1.6") == (found["bomFormat"], found["specVersion"])
    assert "1.2.0" == found["metadata"]["component"]["version"]
    assert "2023-11-14T22:13:20+00:00" == found["metadata"]["timestamp"]
    parts = {item["name"]: item for item in found["components"]}
    assert [HASH, "b" * 64] == [item["content"] for item in parts["alpha"]["hashes"]]
    assert "pkg:pypi/beta@2" == parts["beta"]["purl"]
    assert [{"name": "kumiai:marker", "value": "sys_platform != 'win32'"}] == (
        parts["alpha"]["properties"]
    )
    needs = {item["ref"]: item.get("dependsOn", []) for item in found["dependencies"]}
    assert {"kumiai": ["alpha==1.0"], "alpha==1.0": ["beta==2"], "beta==2": []} == needs


def test_equal_trees_make_equal_lists():
    """The same commit, the same bytes; another commit, another serial number."""
    assert bill_of(TREE, PACKAGES, ["alpha"]) == bill_of(TREE, PACKAGES[::-1], ["alpha"])
    other = Tree(TREE.root, "d" * 40, TREE.time_s, TREE.version)
    serial = [json.loads(bill_of(tree, [], []))["serialNumber"] for tree in (TREE, other)]
    assert serial[0] != serial[1]
