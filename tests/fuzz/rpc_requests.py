"""
JSON-RPC requests made from the node's own description: good, at the edge, wrong, broken.

    rpc.discover --Requests--> body of a request or batch, from the same seed the same ones
"""

import json
from collections.abc import Mapping
from random import Random
from typing import Any, Final

from tests.fuzz.mutation import Mutator

DEPTH_MAX: Final = 6  # of values made from a schema; deeper ones are empty
BATCH_MAX: Final = 20
QUANTITY: Final = "^0x(0|[1-9a-fA-F][0-9a-fA-F]*)$"
SIZES: Final = {"^0x[0-9a-fA-F]{40}$": 20, "^0x[0-9a-fA-F]{64}$": 32}
EDGES: Final[tuple[Any, ...]] = (
    "0x0", "0x1", "0x7fffffffffffffff", "0x8000000000000000", "0xffffffffffffffff",
    "0x10000000000000000", "0x" + "f" * 64, "0x1" + "0" * 64, "0x" + "f" * 400, "0x", "0X1", "",
    "latest", "pending", "earliest", "0x00", "-0x1", "0x" + "00" * 20, "0x" + "ff" * 20,
    "0x" + "00" * 32, "0x" + "00" * 4_000, 0, -1, 1, 2**53, 2**63, 2**64 - 1, -(2**63), 0.5, 1e300,
    True, False, None, [], {}, [[]], [None], {"": None}, "\x00", "\ud7ff", "é" * 300, "1" * 5_000,
)  # fmt: skip
KNOWN_EVERY: Final = 2  # one in so many values is one that the chain knows


class Requests:
    """Makes bodies; `known` are values that the chain knows, by their schema's pattern."""

    def __init__(
        self, document: Mapping[str, Any], chance: Random, known: Mapping[str, list[str]]
    ) -> None:
        self._methods = list(document["methods"])
        self._chance, self._known = chance, known
        self._mutator = Mutator(chance)
        self._makers = (
            (45, self._good),
            (20, self._edgy),
            (10, self._wrong_type),
            (10, self._mutated),
            (5, self._wrong_structure),
            (5, self._batch),
            (5, self._garbage),
        )

    def body(self) -> bytes:
        """Return the next body."""
        weights = [weight for weight, _ in self._makers]
        ((_, make),) = self._chance.choices(self._makers, weights)
        return make()

    # Kinds of bodies.

    def _request(self, params: Any, method: str) -> dict[str, Any]:
        number = self._chance.randrange(10**6)
        return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}

    def _call(self) -> dict[str, Any]:
        """A call whose parameters fit their schemas, by position or by name."""
        method = self._chance.choice(self._methods)
        given = {}
        for item in method["params"]:
            if not item["required"] and self._chance.random() < 0.4:
                break
            given[item["name"]] = self.value(item["schema"])
        by_name = self._chance.random() < 0.1
        return self._request(given if by_name else list(given.values()), method["name"])

    def _good(self) -> bytes:
        return encode(self._call())

    def _edgy(self) -> bytes:
        """One place of a good call holds a value at some edge."""
        call = self._call()
        places = leaves(call["params"])
        if places:
            holder, key = self._chance.choice(places)
            holder[key] = self._chance.choice(EDGES)
        return encode(call)

    def _wrong_type(self) -> bytes:
        """Parameters that are none of the method's."""
        method = self._chance.choice(self._methods)
        count = self._chance.randrange(len(method["params"]) + 3)
        params = [self._chance.choice(EDGES) for _ in range(count)]
        return encode(self._request(params, method["name"]))

    def _mutated(self) -> bytes:
        return self._mutator.mutate(self._good(), [self._good()])

    def _wrong_structure(self) -> bytes:
        """JSON, and a request nearly."""
        call = self._call()
        key = self._chance.choice(["jsonrpc", "id", "method", "params", "other"])
        if self._chance.random() < 0.5:
            call.pop(key, None)
        else:
            call[key] = self._chance.choice(EDGES)
        depth = self._chance.choice((0, 0, 0, 1, 3, 70, 5_000))
        return b"[" * depth + encode(call) + b"]" * depth

    def _batch(self) -> bytes:
        size = self._chance.randrange(BATCH_MAX)
        items: list[Any] = [self._call() for _ in range(size)]
        if items and self._chance.random() < 0.3:
            items.append(self._chance.choice(EDGES))
        return encode(items)

    def _garbage(self) -> bytes:
        return self._chance.randbytes(self._chance.choice((0, 1, 2, 16, 300, 70_000)))

    # Values.

    def value(self, schema: Mapping[str, Any], depth: int = 0) -> Any:
        """Return a value that fits a schema of the document."""
        if depth > DEPTH_MAX:
            return None
        choices = schema.get("oneOf") or schema.get("anyOf")
        if choices:
            return self.value(self._chance.choice(choices), depth)
        if "enum" in schema:
            return self._chance.choice(schema["enum"])
        if "pattern" in schema:
            return self._text(schema["pattern"], schema.get("maxLength", 400))
        return self._of_kind(schema, depth)

    def _text(self, pattern: str, characters_max: int) -> str:
        known = self._known.get(pattern)
        if known and self._chance.randrange(KNOWN_EVERY) == 0:
            return self._chance.choice(known)
        if pattern == QUANTITY:
            return hex(self._chance.getrandbits(self._chance.choice((1, 3, 8, 32, 64, 256))))
        if pattern.startswith("^[0-9]"):
            return str(self._chance.getrandbits(self._chance.choice((3, 64, 256))))
        largest = max(0, (characters_max - 2) // 2)
        size = SIZES.get(pattern, min(largest, self._chance.choice((0, 1, 4, 32, 36, 68, 199))))
        return "0x" + self._chance.randbytes(size).hex()

    def _of_kind(self, schema: Mapping[str, Any], depth: int) -> Any:
        kind, chance = schema.get("type"), self._chance
        if kind == "array":
            inner = schema.get("items", {})
            return [self.value(inner, depth + 1) for _ in range(chance.choice((0, 1, 1, 2, 3)))]
        if kind == "object":
            return self._object(schema, depth)
        if kind == "boolean":
            return chance.random() < 0.5
        if kind in ("integer", "number"):
            return chance.choice((0, 1, 2, 50, 100, 2**31, 2**53))
        if kind == "string":
            words = ("", "latest", "newHeads", "logs", "callTracer", "prestateTracer", "5s", "a")
            return chance.choice(words)
        return None if kind == "null" else chance.choice(EDGES)

    def _object(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        required = schema.get("required", ())
        found = {
            name: self.value(inner, depth + 1)
            for name, inner in schema.get("properties", {}).items()
            if name in required or self._chance.random() < 0.35
        }
        extra = schema.get("additionalProperties")
        if isinstance(extra, dict):
            key = self._text("^0x[0-9a-fA-F]{40}$", 42)
            found[key] = self.value(extra, depth + 1)
        return found


def leaves(value: Any) -> list[tuple[Any, Any]]:
    """Return every place inside a value: what holds it and the key there."""
    found, waiting = [], [value]
    while waiting:
        holder = waiting.pop()
        keys = holder.keys() if isinstance(holder, dict) else range(len(holder))
        for key in keys:
            found.append((holder, key))
            if isinstance(holder[key], dict | list):
                waiting.append(holder[key])
    return found


def encode(value: Any) -> bytes:
    """Return JSON."""
    return json.dumps(value).encode()
