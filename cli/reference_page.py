"""
docs/json-rpc.md: the page of every method this program can serve, without a node to ask.

    all modules + development methods --build_methods--> rpc.discover's document --> page
"""

from types import SimpleNamespace
from typing import Any, Final, cast

from chain.vm.machine import Machine
from modules import MODULES
from rpc.backend import Backend
from rpc.config import RpcConfig
from rpc.development.backend import Development
from rpc.news import News
from rpc.reference import render_page
from rpc.table import build_methods

VERSION: Final = "kumiai"  # pages do not change with releases


def render_json_rpc() -> str:
    """Return the page."""
    return render_page(describe_json_rpc())


def describe_json_rpc() -> Any:
    """Return the document of a development chain, which has every method there is."""
    backend = _backend()
    config = RpcConfig(development=cast(Development, SimpleNamespace()))
    methods = build_methods(backend, config, News(backend))
    return methods["rpc.discover"].begin(None)


def _backend() -> Backend:
    """Return what building the table asks of a node: its modules and machine, no block."""
    genesis = SimpleNamespace(header=SimpleNamespace(height=0))
    nothing = SimpleNamespace(
        assembly=SimpleNamespace(modules=MODULES),
        machine=Machine(),
        chain=SimpleNamespace(head=genesis),
        status=SimpleNamespace(client_version=VERSION, chain_id=0),
    )
    return cast(Backend, nothing)
