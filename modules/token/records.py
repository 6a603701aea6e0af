"""What the token is called, and what is signed for it: the standards' typed data."""

from typing import Final

from chain.kit.abi import Bytes1
from chain.kit.record import Record, Returns
from chain.kit.typed_data import Domain
from chain.types.primitives import Address, Hash32, Wei

COIN_NAME: Final = "Kumiai"
COIN_SYMBOL: Final = "KUM"
COIN_DECIMALS: Final = 18  # a coin is 10**18 wei
DOMAIN: Final = Domain(COIN_NAME)  # with version "1", the chain's id and the module's address
DOMAIN_FIELDS: Final = Bytes1(b"\x0f")  # EIP-5267: name, version, chain id and contract
UNLIMITED: Final = Wei(2**256 - 1)  # an allowance of this much is not used up


class TokenGenesis(Record):
    """The token's section of genesis.json; there is nothing to set, for coins are in accounts."""


class Permit(Record):
    """EIP-2612: an owner lets a spender take coins, once, by the owner's next nonce."""

    owner: Address
    spender: Address
    value: Wei
    nonce: int
    deadline: int


class TransferWithAuthorization(Record):
    """EIP-3009: a payment that anybody may carry to the chain."""

    from_: Address
    to: Address
    value: Wei
    valid_after: int
    valid_before: int
    nonce: Hash32


class ReceiveWithAuthorization(Record):
    """EIP-3009: a payment that only the payee may carry to the chain."""

    from_: Address
    to: Address
    value: Wei
    valid_after: int
    valid_before: int
    nonce: Hash32


class CancelAuthorization(Record):
    """EIP-3009: a payment of this nonce shall never be made."""

    authorizer: Address
    nonce: Hash32


class Eip712Domain(Returns):
    """EIP-5267: what a wallet needs to know to sign for the token."""

    fields: Bytes1
    name: str
    version: str
    chain_id: int
    verifying_contract: Address
    salt: Hash32
    extensions: tuple[int, ...]
