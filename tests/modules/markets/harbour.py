"""
A town that a route joins to another chain, which is there whatever happens here.

    town, a vote --route--> Side(31338)     learn: its header, with certificates, shown here

What the other chain's bridge says is written into its state as that bridge would have done it;
every header, certificate and proof of it is real.
"""

from typing import Any, Final

from chain.codec.header import encode_header
from chain.kit.abi import Uint64
from chain.kit.assembly import own
from chain.kit.module import Module
from chain.types.primitives import Gas, Height, Seconds, Wei
from modules.bridge.events import PacketSent
from modules.bridge.module import Bridge
from modules.bridge.packets import (
    ACKNOWLEDGEMENTS_SLOT,
    COMMITMENTS_SLOT,
    RECEIPTS_SLOT,
    acknowledgement_commitment,
    packet_commitment,
)
from modules.bridge.records import (
    NATIVE_TOKEN,
    Acknowledgement,
    ClientKind,
    End,
    Order,
    Packet,
    StateProof,
)
from tests.modules.bridge.sealing import header_of, update_of
from tests.modules.bridge.town import (
    GOVERNANCE,
    LIMITS,
    PARAMS,
    ROUTE,
    Contracts,
    Side,
    coin,
    decoded,
    fork,
    hashed,
)
from tests.modules.markets.market_town import MarketTown
from tests.modules.stage import COIN, account

HERE_ID, ABROAD_ID = 31_337, 31_338
# Of both clients: longer than the days for which everybody is silent.
TRUSTING_S, UNBONDING_S = Seconds(300_000_000), Seconds(310_000_000)
SENDER, RECEIVER = 2, 5
TIMEOUT_S: Final = 1_000  # that each packet is given
PAID_WEI: Final = LIMITS.delay_from_wei  # and it waits where it comes out
FEE_WEI: Final = Wei(COIN // 10)


class Harbour(MarketTown):
    """The whole assembly, a route, and the other chain's state and certificates."""

    def __init__(self) -> None:
        super().__init__()
        self.host.contracts = Contracts(self.host)
        self.page: Any = own(Bridge, self.host)
        self.page.settings = PARAMS
        self.abroad = Side(ABROAD_ID)
        self.sent: list[Packet] = []
        self.waiting: list[Packet] = []
        self.client = self.follow()
        self.vote("open_route", self.client, self.abroad.end())
        self.vote("register_asset", ROUTE, coin(True), LIMITS)
        self._join_from_abroad()

    def books(self) -> dict[type[Module], int]:
        """Return what each module must hold, the bridge too."""
        page: Any = own(Bridge, self.host)
        return super().books() | {Bridge: page.escrowed_wei + page.fees_wei + page.bonds_wei}

    def do(self, name: str, *values: Any, sender: int = SENDER, value_wei: int = 0) -> Any:
        """Call the bridge."""
        return self.call(Bridge, name, *values, sender=sender, value_wei=value_wei)

    def vote(self, name: str, *values: Any) -> Any:
        """Make a governed call."""
        return self.do(name, *values, sender=GOVERNANCE)

    def follow(self) -> int:
        """Have a client made of the other chain, from its newest block on; return its number."""
        newest = self.abroad.blocks[max(self.abroad.blocks)]
        values = (ClientKind.KUMIAI, ABROAD_ID, TRUSTING_S, UNBONDING_S)
        number: int = self.vote("create_client", *values, encode_header(newest.header))
        return number

    def learn(self) -> Height:
        """Show the newest block of the other chain; return its height."""
        height = self.seal()
        client = self.do("answering_client", self.client)
        known = self.do("client", client).latest_height
        blocks = self.abroad.blocks
        self.do("update_client", client, update_of(blocks[known], blocks[height]))
        return height

    def freeze(self) -> None:
        """Show that the other chain forked."""
        known = self.abroad.blocks[self.do("trusted_heights", self.client, 0, 1)[0]]
        height = self.learn()
        self.do("update_client", self.client, fork(self.abroad, height, trusted=known))

    def prove(self, slot: int, sequence: int) -> StateProof:
        """Return a proof of the other chain's, whose header is shown here first."""
        return self.abroad.proof(self.learn(), slot, 1, sequence)

    def send(self) -> Packet:
        """Send coins abroad; return the packet."""
        timeout_s = Seconds(self.time_s + TIMEOUT_S)
        order = Order(
            ROUTE, NATIVE_TOKEN, account(RECEIVER), PAID_WEI, timeout_s, Gas(0), b"", FEE_WEI
        )
        self.do("send", order, value_wei=PAID_WEI + FEE_WEI)
        event = decoded(PacketSent, self.host.logs[-1])
        self.sent.append(Packet(event.sequence, event.timeout_s, event.payload))
        return self.sent[-1]

    def arrive(self) -> Packet:
        """Have coins that went abroad come home, so many that they wait here."""
        answer = self._answered(self.send())
        packet = self.sent.pop()
        proof = self.prove(ACKNOWLEDGEMENTS_SLOT, packet.sequence)
        self.do("acknowledge", ROUTE, packet, answer, proof)
        home = self.abroad.invented(returning=True, receiver=account(RECEIVER), amount=PAID_WEI)
        proof = self.prove(COMMITMENTS_SLOT, home.sequence)
        self.do("deliver", ROUTE, home, proof, account(SENDER))
        self.waiting.append(home)
        return home

    def time_out(self, packet: Packet) -> None:
        """Prove that a packet was never received, as its sender."""
        self.do("timeout", ROUTE, packet, self.prove(RECEIPTS_SLOT, packet.sequence))

    def _answered(self, packet: Packet) -> Acknowledgement:
        """Let the other chain have received a packet."""
        answer = Acknowledgement(True, account(SENDER), hashed(b""))
        commitment = packet_commitment(
            End(HERE_ID, Bridge.address, ROUTE), self.abroad.end(), packet
        )
        page: Any = own(Bridge, self.abroad.host)
        page.receipts[ROUTE, packet.sequence] = commitment
        found = acknowledgement_commitment(commitment, answer)
        page.acknowledgements[ROUTE, packet.sequence] = found
        return answer

    def seal(self) -> Height:
        """Seal a block of the other chain in this second."""
        if self.abroad.time_s < self.time_s:
            self.abroad.seal(self.time_s - self.abroad.time_s)
        else:
            self.abroad.seal()
            self.blocks(1)
        return self.abroad.seal()

    def _join_from_abroad(self) -> None:
        """Open the other end of the route, over a client of this town's."""
        header = header_of(None, Height(1), self.abroad.time_s, hashed(b"r"), hashed(b"v"))
        values = (ClientKind.KUMIAI, HERE_ID, TRUSTING_S, UNBONDING_S, encode_header(header))
        self.abroad.vote("create_client", *values)
        self.abroad.vote("open_route", 1, End(HERE_ID, Bridge.address, Uint64(1)))
