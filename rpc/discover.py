"""
What this node can be asked, told by itself: `rpc.discover` and `rpc_modules`.

The document follows OpenRPC 1.3; it is made of the table of methods that also serves them, so it
cannot differ from what they do.
"""

from collections.abc import Mapping
from typing import Any, Final

from rpc.access import Access
from rpc.backend import Backend
from rpc.catalogue import error_components, errors_of, example_of_call
from rpc.methods import Method, Schema, method
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
        modules = self._backend.assembly.modules
        schemas = record_schemas(modules)
        names = frozenset(module.name for module in modules)
        return {
            "openrpc": OPENRPC_VERSION,
            "info": {
                "title": "Kumiai JSON-RPC",
                "version": self._backend.status.client_version,
                "description": "Ethereum's methods, and one for every view of every module.",
            },
            "methods": [
                self._describe(self._table[name], names, schemas) for name in sorted(self._table)
            ],
            "components": {"schemas": schemas, "errors": error_components()},
        }

    def _describe(
        self, found: Method, modules: frozenset[str], schemas: Mapping[str, Schema]
    ) -> dict[str, Any]:
        """Return OpenRPC's method object."""
        namespace = self._access.namespace_of(found.name)
        names = errors_of(found, namespace, modules)
        return describe_method(found) | {
            "tags": [{"name": namespace}],
            "errors": [{"$ref": f"#/components/errors/{name}"} for name in names],
            "examples": [example_of_call(found, schemas)],
        }


def describe_method(found: Method) -> dict[str, Any]:
    """Return what the method itself says of OpenRPC's method object."""
    return {
        "name": found.name,
        "summary": found.summary,
        "description": found.description or found.summary,
        "paramStructure": "either",
        "params": [
            {"name": item.name, "required": item.is_required, "schema": item.schema}
            for item in found.parameters
        ],
        "result": {"name": "result", "schema": found.result},
    }
