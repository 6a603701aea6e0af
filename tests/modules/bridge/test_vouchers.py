"""Vouchers: where they are, when they come, and who makes them."""

from chain.kit.abi import Uint64
from modules.bridge.events import VoucherPlaced
from modules.bridge.records import NATIVE_TOKEN
from modules.bridge.voucher_code import VOUCHER_CODE
from modules.bridge.vouchers import voucher_address
from tests.modules.bridge.town import BOB, ROUTE, Town
from tests.modules.stage import COIN, account


def test_an_address_follows_from_route_and_token():
    """Each route's voucher of each token is another account, known before it exists."""
    first = voucher_address(ROUTE, NATIVE_TOKEN)
    others = {voucher_address(Uint64(2), NATIVE_TOKEN), voucher_address(ROUTE, account(5))}
    assert 2 == len(others - {first})
    assert first == voucher_address(ROUTE, NATIVE_TOKEN)


def test_the_first_receipt_brings_the_contract():
    """Its code is placed and named once, with the first vouchers; later ones find it there."""
    town = Town()
    address = voucher_address(ROUTE, NATIVE_TOKEN)
    assert 0 == town.b.host.code_size(address)
    for count in (1, 2):
        town.deliver(town.b, town.a, town.send(town.a))
        assert VOUCHER_CODE == town.b.host.codes[address]
        assert 1 == town.b.events(VoucherPlaced)
        assert count * COIN == town.b.vouchers_of(BOB)
    town.check()
