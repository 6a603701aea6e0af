"""Calls and views as data: the bytes that the modules' own declarations make."""

import pytest

from chain.kit.render.names import calls_of, views_of
from cli.renderings.python_module import constant
from client.errors import ArgumentInvalid
from client.modules import compute, directory
from client.modules.token import SYMBOL, TRANSFER, Token
from modules import MODULES


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_every_call_and_view_has_the_modules_selector(module):
    """Those that only governance makes too, for its proposals."""
    page = vars(__import__(f"client.modules.{module.name}", fromlist=["x"]))
    for method in (*calls_of(module), *views_of(module)):
        assert method.selector == page[constant(method)].selector, method.signature
        has_method = hasattr(directory.module_class(module.name), method.name)
        assert has_method is not method.governed, method.name


def test_call_data_is_an_ordinary_transactions():
    """As any Ethereum library writes it."""
    target = "0x" + "22" * 20
    data = TRANSFER.encode(target, 5)
    assert "a9059cbb" == data[:4].hex()
    assert bytes(12) + b"\x22" * 20 + bytes(31) + b"\x05" == data[4:]
    with pytest.raises(ArgumentInvalid, match="2 values expected, found 1"):
        TRANSFER.encode(target)


def test_a_view_reads_one_value_or_several_side_by_side():
    """A record of what a method returns in a row is no struct."""
    text = bytes(31) + b"\x20" + bytes(31) + b"\x06" + b"Kumiai".ljust(32, b"\0")
    assert "Kumiai" == SYMBOL.decode(text)
    assert Token.NAME == "token"
    assert compute.ORDER_TOTAL.decode(bytes(31) + b"\x07") == 7
