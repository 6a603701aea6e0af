"""docs/client.md is run as it stands, from top to bottom, against a development chain."""

import ast
import asyncio
import inspect
import re
from typing import Any

import pytest

from tests.e2e.devnet import ROOT, Devnet

pytestmark = pytest.mark.e2e
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PLACES = {"http://127.0.0.1:8545": "rpc", "127.0.0.1:9090": "grpc"}


def program(devnet: Devnet) -> str:
    """Return all Python of the page, with the node's own addresses in it."""
    text = "\n".join(BLOCK.findall((ROOT / "docs" / "client.md").read_text()))
    for shown, name in PLACES.items():
        assert shown in text
        text = text.replace(shown, devnet.endpoints[name])
    return text


def test_the_page_is_true(tmp_path):
    """Every example works, in the order in which it is read."""
    with Devnet(tmp_path / "home") as devnet:
        code = compile(
            program(devnet), "docs/client.md", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        )
        names: dict[str, Any] = {}

        async def main() -> None:
            running = eval(code, names)
            assert inspect.iscoroutine(running)
            await running

        asyncio.run(main())
    assert names["receipt"].height > 0 and names["lease"].number == 1
