"""Validators that attest: bonds, keys, signed words about an EVM chain that is the other side."""

from chain.codec.header import encode_header
from chain.codec.signature import address_of, sign_digest
from chain.kit.abi import Uint64
from chain.kit.typed_data import typed_digest
from chain.types.primitives import Address, Hash32, Height, Seconds
from modules.bridge.attesters import DOMAIN
from modules.bridge.module import Bridge
from modules.bridge.records import Attestation, ClientKind, End, SignedAttestation
from tests.modules.bridge.town import LIMITS, TRUSTING_S, Town, coin
from tests.modules.stage import COIN

BOND_WEI = 20 * COIN
CLIENT = 2  # of the first side: the EVM chain that the second side is
HOT_KEY = b"\x55" * 32


def signed(
    key: bytes, validator: Address, height: int, block_hash: bytes, client: int = CLIENT
) -> SignedAttestation:
    """Return what a key says about a block of the first side's client."""
    word = Attestation(validator, client, Height(height), Hash32(block_hash))
    digest = typed_digest(DOMAIN, word, 31_337, Bridge.address)
    y_parity, r, s = sign_digest(key, digest)
    return SignedAttestation(
        word, r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((27 + y_parity,))
    )


class Witnesses(Town):
    """A town whose first side knows the second one by its validators' word, too."""

    def __init__(self, bonded: int = 3) -> None:
        super().__init__()
        newest = self.b.blocks[max(self.b.blocks)]
        raw = encode_header(newest.header)
        kind = ClientKind.ATTESTED
        self.a.vote("create_client", kind, self.b.chain_id, TRUSTING_S, Seconds(0), raw)
        self.keys = self.a.keys
        self.validators = [address_of(key) for key in self.keys]
        for number in range(bonded):
            self.bond(number)

    def bond(self, number: int, value_wei: int = BOND_WEI) -> None:
        """Bond a validator."""
        self.a.do("bond_attester", sender=self.sender(number), value_wei=value_wei)

    def sender(self, number: int) -> int:
        """Return a validator's account as a number."""
        return int.from_bytes(self.validators[number], "big")

    def says(self, number: int, height: int, block_hash: bytes) -> SignedAttestation:
        """Return what a validator signs."""
        return signed(self.keys[number], self.validators[number], height, block_hash)

    def attest(self, *numbers: int, height: int, block_hash: bytes) -> None:
        """Bring these validators' words to the chain."""
        for number in numbers:
            self.a.do("attest", self.says(number, height, block_hash))

    def shown(self, height: int) -> bytes:
        """Return the second side's header."""
        return encode_header(self.b.blocks[Height(height)].header)

    def accepted(self, *numbers: int) -> Height:
        """Seal a block of the second side and have it accepted by these validators' word."""
        height = self.b.seal()
        self.attest(*numbers, height=height, block_hash=self.b.blocks[height].hash)
        self.a.do("update_client", CLIENT, self.shown(height))
        return height

    def route(self) -> int:
        """Open a second route, over the attested client, to a second route over there."""
        self.b.vote("open_route", 1, End(self.a.chain_id, Bridge.address, Uint64(2)))
        self.b.vote("register_asset", Uint64(2), coin(True), LIMITS)
        number: int = self.a.vote("open_route", CLIENT, self.b.end(2))
        self.a.vote("register_asset", Uint64(number), coin(False), LIMITS)
        return number
