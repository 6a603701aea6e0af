"""
Vouchers: what stands on this chain for a token of another one, each an ERC-20 at its own address.

    route, remote token --Keccak--> address     first receipt --place--> a contract there
    mint, burn: by the bridge alone

The address follows from what the voucher stands for, so that wallets know it before it exists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from eth_hash.auto import keccak

from chain.kit.abi import StringType, Uint8, Uint64, abi_type, encode_sequence, word_type
from chain.types.primitives import Address, Gas, Wei
from modules.bridge.events import VoucherPlaced
from modules.bridge.records import Asset, VoucherOf
from modules.bridge.refusals import VoucherRefused
from modules.bridge.voucher_code import VOUCHER_CODE

if TYPE_CHECKING:
    from modules.bridge.books import Books

VOUCHER_GAS: Final = Gas(200_000)  # of one call of a voucher; more than any needs
PLACE_GAS: Final = Gas(400_000)  # of the call that names a new one
SUPPLY_SLOT: Final = 1  # of a voucher's storage: all there are
ADDRESS_DOMAIN: Final = keccak(b"kumiai.bridge.voucher.v1")
INITIALIZE: Final = keccak(b"initialize(string,string,uint8)")[:4]
MINT: Final = keccak(b"mint(address,uint256)")[:4]
BURN: Final = keccak(b"burn(address,uint256)")[:4]
_ADDRESS, _AMOUNT = word_type(Address), word_type(int)
_KEY: Final = abi_type(VoucherOf)
_NAMES: Final = [StringType(), StringType(), word_type(Uint8)]


def voucher_address(route: Uint64, token: Address) -> Address:
    """Return where the voucher of a remote token is, or will be."""
    return Address(keccak(ADDRESS_DOMAIN + _KEY.encode(VoucherOf(route, token)))[12:])


def mint(bridge: Books, route: Uint64, asset: Asset, receiver: Address, amount_wei: Wei) -> None:
    """Make vouchers; the first ones bring their contract with them."""
    if not bridge.host.code_size(asset.local):
        _place(bridge, route, asset)
    _call(bridge, asset, MINT, receiver, amount_wei)


def burn(bridge: Books, asset: Asset, holder: Address, amount_wei: Wei) -> None:
    """Destroy vouchers of a holder; raises VoucherRefused where it has fewer."""
    if not bridge.host.code_size(asset.local):
        raise VoucherRefused(holder, amount_wei)
    _call(bridge, asset, BURN, holder, amount_wei)


def supply_of(bridge: Books, asset: Asset) -> int:
    """Return how many vouchers there are, as their own contract counts them."""
    return bridge.host.load(asset.local, SUPPLY_SLOT)


def _place(bridge: Books, route: Uint64, asset: Asset) -> None:
    bridge.host.place_code(asset.local, VOUCHER_CODE)
    data = INITIALIZE + encode_sequence(_NAMES, (asset.name, asset.symbol, asset.decimals))
    outcome = bridge.call_contract(asset.local, data, PLACE_GAS)
    assert outcome.succeeded, f"a new voucher refuses its name: 0x{outcome.output.hex()}"
    bridge.emit(VoucherPlaced(route, asset.token, asset.local))


def _call(bridge: Books, asset: Asset, selector: bytes, account: Address, amount_wei: Wei) -> None:
    data = selector + _ADDRESS.encode(account) + _AMOUNT.encode(amount_wei)
    if not bridge.call_contract(asset.local, data, VOUCHER_GAS).succeeded:
        raise VoucherRefused(account, amount_wei)
