"""
The OpenRPC sources of execution-apis: what Ethereum's methods take, answer and refuse.

    archive or directory --read--> Specification --validator--> judges one method's results

KUMIAI_EXECUTION_APIS_OPENRPC names the archive, or a directory with its content (src/eth/*.yaml,
src/schemas/*.yaml ...); who needs it is skipped where it is not there.
"""

import os
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft201909Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT201909

VARIABLE = "KUMIAI_EXECUTION_APIS_OPENRPC"
HOW_TO_GET = (
    f"set {VARIABLE} to a directory or .tar.xz of src/ of "
    "https://github.com/ethereum/execution-apis"
)
NAMESPACES = ("eth", "debug", "txpool")  # directories of methods that a node serves to anybody
ROOT = "urn:execution-apis"


@dataclass(frozen=True)
class Specification:
    """The methods and schemas of the sources, and every error code they list."""

    methods: dict[str, dict[str, Any]]
    schemas: dict[str, Any]
    error_codes: frozenset[int]

    def validator(self, schema: Any) -> Draft201909Validator:
        """Return what judges values by a schema whose references lead into the sources."""
        document = {"components": {"schemas": self.schemas}}
        resource = Resource.from_contents(document, default_specification=DRAFT201909)
        registry: Any = Registry().with_resource(ROOT, resource)
        return Draft201909Validator(_absolute(schema), registry=registry)

    def result_objections(self, method: str, result: Any) -> list[str]:
        """Return why a result is not what the method's schema says; empty where it is."""
        judge = self.validator(self.methods[method]["result"]["schema"])
        return [
            f"{method} {'.'.join(map(str, found.absolute_path))}: {found.message[:400]}"
            for found in judge.iter_errors(result)
        ]


def _any_of(value: Any) -> Any:
    """Ask for one choice or more of a `oneOf`: an empty list fits both kinds of filter results."""
    if isinstance(value, list):
        return [_any_of(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {"anyOf" if name == "oneOf" else name: _any_of(item) for name, item in value.items()}


def _absolute(value: Any) -> Any:
    """Let references lead into the sources from wherever the schema stands."""
    if isinstance(value, list):
        return [_absolute(item) for item in value]
    if not isinstance(value, dict):
        return value
    found = {name: _absolute(item) for name, item in value.items()}
    if isinstance(found.get("$ref"), str) and found["$ref"].startswith("#"):
        found["$ref"] = ROOT + found["$ref"]
    return found


def read_specification(target: Path) -> Specification:
    """Return the sources, unpacked into `target`; skips the test where they are not there."""
    place = Path(os.environ.get(VARIABLE, ""))
    if not os.environ.get(VARIABLE) or not place.exists():
        pytest.skip(HOW_TO_GET)
    if place.is_file():
        with tarfile.open(place) as archive:
            archive.extractall(target, filter="data")
        place = target
    (schemas,) = place.glob("**/src/schemas")
    source = schemas.parent
    found: dict[str, Any] = {}
    for path in sorted(schemas.glob("*.yaml")):
        found |= _any_of(yaml.safe_load(path.read_text()))
    methods = {
        item["name"]: item
        for namespace in NAMESPACES
        for path in sorted((source / namespace).glob("*.yaml"))
        for item in _any_of(yaml.safe_load(path.read_text()))
    }
    return Specification(methods, found, _error_codes(source / "error-groups"))


def _error_codes(place: Path) -> frozenset[int]:
    """Return the codes of every group of errors."""
    groups = [
        group
        for path in sorted(place.glob("*.yaml"))
        for group in yaml.safe_load(path.read_text()).values()
    ]
    return frozenset(error["code"] for group in groups for error in group["errors"])


def filled(block: dict[str, Any]) -> dict[str, Any]:
    """A block to come with words in place of what it has not yet: null, as geth says it."""
    unknown = {"hash": "0x" + "00" * 32, "nonce": "0x" + "00" * 8, "miner": "0x" + "00" * 20}
    assert [None] * 3 == [block[name] for name in unknown]
    listed = block["transactions"]
    if listed and isinstance(listed[0], dict):
        listed = [placed(item) for item in listed]
    return {**block, **unknown, "transactions": listed}


def placed(transaction: dict[str, Any]) -> dict[str, Any]:
    """A transaction that waits, with a place: the sources know none that has nulls there."""
    places = {"blockHash": "0x" + "00" * 32}
    places |= dict.fromkeys(("blockNumber", "blockTimestamp", "transactionIndex"), "0x0")
    assert all(transaction[name] is None for name in places)
    return {**transaction, **places}
