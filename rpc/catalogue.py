"""
What `rpc.discover` adds to the table of methods: the errors of each, and an example.

    Method --errors_of--> ["InvalidParams", ...]      schema --example_of--> a value that fits it

Errors follow from what a method is: whether it reads a block, runs code, sends or waits. Examples
are made from the schemas that also describe the parameters, with familiar values where there are.
"""

import inspect
import typing
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from rpc import errors
from rpc.access import ADMIN
from rpc.admission import SENDING
from rpc.methods import Method, Parameter, Schema

Words = tuple[int, str]  # code, message

# The catalogue that methods refer to: one name, code and message for each kind of refusal.
ERRORS: Final[Mapping[str, Words]] = {
    "InvalidParams": (errors.INVALID_PARAMS, "invalid argument 0: ..."),
    "LimitExceeded": (errors.LIMIT_EXCEEDED, "rate limit exceeded: ..."),
    "TimedOut": (errors.RESOURCE_UNAVAILABLE, "request timed out"),
    "NotFound": (errors.SERVER_ERROR, "header not found"),
    "Refused": (errors.SERVER_ERROR, "nonce too low: ..."),
    "CallFailed": (errors.SERVER_ERROR, "out of gas"),
    "Reverted": (errors.REVERTED, "execution reverted: ..."),
    "AdminOnly": (errors.METHOD_NOT_FOUND, "the method ... does not exist/is not available"),
}
RUNNING: Final = frozenset(("eth_call", "eth_estimateGas", "eth_fillTransaction"))
BLOCK_WORDS: Final = ("block", "blockHash", "newestBlock", "transaction", "transactionHash")

ACCOUNT: Final = "0x" + "70" * 20
HASH: Final = "0x" + "ab" * 32
SLOT: Final = "0x" + "00" * 32
# Values by parameter, where the schema alone would give something nobody asks for.
FAMILIAR: Final[Mapping[str, Any]] = {
    "block": "latest",
    "newestBlock": "latest",
    "blockCount": "0x4",
    "rewardPercentiles": [10, 50, 90],
    "kind": "newHeads",
    "filterId": "0x1",
    "subscription": "0x1",
    "storageKeys": [SLOT],
    "slot": SLOT,
    "config": {"tracer": "callTracer"},
}
# Objects whose every field may be left out, or that need some which a schema cannot say.
CALL: Final = {"from": ACCOUNT, "to": ACCOUNT, "data": "0x"}
TITLED: Final[Mapping[str, Any]] = {
    "call": CALL,
    "log filter": {"fromBlock": "0x1", "toBlock": "latest", "address": ACCOUNT},
    "simulation": {"blockStateCalls": [{"calls": [CALL]}]},
    "state overrides": {ACCOUNT: {"balance": "0x1"}},
    "block overrides": {"number": "0x10"},
    "storage keys by account": {ACCOUNT: [SLOT]},
    "trace filter": {"fromBlock": "0x1", "toBlock": "0x2"},
}
PATTERNS: Final[Mapping[str, Any]] = {
    "^0x(0|[1-9a-fA-F][0-9a-fA-F]*)$": "0x1",
    "^0x([0-9a-fA-F]{2})*$": "0x",
    "^0x[0-9a-fA-F]{40}$": ACCOUNT,
    "^0x[0-9a-fA-F]{64}$": HASH,
}
SIMPLE: Final[Mapping[str, Any]] = {
    "string": "text",
    "boolean": True,
    "integer": 1,
    "number": 1,
    "null": None,
}


def errors_of(method: Method, namespace: str, modules: frozenset[str]) -> list[str]:
    """Return by which names of ERRORS a method may refuse."""
    found = ["InvalidParams", "LimitExceeded"]
    is_view = namespace in modules
    runs = method.name in RUNNING or is_view
    if _may_wait(method.function):
        found.append("TimedOut")
    if any(item.name in BLOCK_WORDS for item in method.parameters):
        found.append("NotFound")
    if method.name in SENDING or method.name == "eth_sendTransaction":
        found.append("Refused")
    if runs:
        found += ["CallFailed", "Reverted"]
    if {method.name, namespace} & ADMIN:
        found.append("AdminOnly")
    return found


def error_components() -> dict[str, dict[str, Any]]:
    """Return the document's catalogue of errors."""
    return {name: {"code": code, "message": words} for name, (code, words) in ERRORS.items()}


def example_of_call(method: Method, schemas: Mapping[str, Schema]) -> dict[str, Any]:
    """Return OpenRPC's example of a method; the result is there where its schema says enough."""
    given = [_argument(item) for item in method.parameters if item.is_required or _is_told(item)]
    found: dict[str, Any] = {"name": "example", "params": given}
    result = example_of(method.result, schemas)
    if _says_something(method.result):
        found["result"] = {"name": "result", "value": result}
    return found


def _is_told(item: Parameter) -> bool:
    """Whether an optional parameter is shown: the block, which people look for."""
    return item.name in ("block", "storageKeys")


def _argument(item: Parameter) -> dict[str, Any]:
    familiar = FAMILIAR.get(item.name)
    fits = familiar is not None and item.schema.get("title") not in TITLED
    is_block_data = item.name == "block" and item.schema.get("pattern") is not None
    is_choice = "enum" in item.schema
    use = fits and not is_block_data and not is_choice
    return {"name": item.name, "value": familiar if use else example_of(item.schema, {})}


def _says_something(schema: Schema) -> bool:
    """Whether a value made from the schema tells a reader anything."""
    return bool(schema) and schema not in ({"type": "object"}, {"type": "array"})


def example_of(schema: Schema, schemas: Mapping[str, Schema]) -> Any:
    """Return a value that fits a schema of ours; references lead into `schemas`."""
    if schema.get("title") in TITLED:
        return TITLED[schema["title"]]
    if "$ref" in schema:
        return example_of(schemas[schema["$ref"].rpartition("/")[2]], schemas)
    choices = schema.get("oneOf") or schema.get("anyOf")
    if choices:
        return example_of(choices[0], schemas)
    if "enum" in schema:
        return schema["enum"][0]
    if "pattern" in schema:
        return PATTERNS.get(schema["pattern"], "0x1")
    kind = schema.get("type", "object")
    if kind == "array":
        inner = schema.get("items", {})
        return [example_of(inner, schemas)] if _says_something(inner) else []
    if kind == "object":
        required = schema.get("required", ())
        members = schema.get("properties", {})
        return {name: example_of(members[name], schemas) for name in required}
    return SIMPLE[kind]


def _may_wait(function: Callable[..., Any]) -> bool:
    """Whether the answer may have to be awaited."""
    promised = typing.get_args(typing.get_type_hints(function).get("return"))
    return inspect.iscoroutinefunction(function) or any(
        typing.get_origin(kind) is Awaitable for kind in promised
    )
