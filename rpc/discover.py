"""
What this node can be asked, told by itself: `rpc.discover` and `rpc_modules`.

The document follows OpenRPC 1.3; it is made of the table of methods that also serves them, so it
cannot differ from what they do.
"""

from collections.abc import Mapping
from typing import Any, Final

from rpc.access import Access
from rpc.backend import Backend
from rpc.methods import Method, method
from rpc.queries import record_schemas

OPENRPC_VERSION: Final = "1.3.2"
NAMESPACE_VERSION: Final = "1.0"


class Discovery:
    """Methods about the methods."""

    def __init__(self, backend: Backend, table: Mapping[str, Method], access: Access) -> None:
        self._backend, self._table, self._access = backend, table, access

    @method("rpc_modules")
    def modules(self) -> dict[str, str]:
        """The namespaces there are."""
        names = {self._access.namespace_of(name) for name in self._table}
        return dict.fromkeys(sorted(names), NAMESPACE_VERSION)

    @method("rpc.discover")
    def discover(self) -> dict[str, Any]:
        """This document."""
        return {
            "openrpc": OPENRPC_VERSION,
            "info": {
                "title": "Kumiai JSON-RPC",
                "version": self._backend.status.client_version,
                "description": "Ethereum's methods, and one for every view of every module.",
            },
            "methods": [describe_method(self._table[name]) for name in sorted(self._table)],
            "components": {"schemas": record_schemas(self._backend.assembly.modules)},
        }


def describe_method(found: Method) -> dict[str, Any]:
    """Return OpenRPC's method object."""
    return {
        "name": found.name,
        "summary": found.summary,
        "paramStructure": "either",
        "params": [
            {"name": item.name, "required": item.is_required, "schema": item.schema}
            for item in found.parameters
        ],
        "result": {"name": "result", "schema": found.result},
    }
