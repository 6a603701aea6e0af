"""
How packets, arrivals and bonds of the bridge end when nobody acts but whoever owns something.

    sent: time out, proven by its sender | waits: released, or sent back | bond: left
    a client that froze proves nothing: there, and only there, those who own coins have to vote
"""

from modules.bridge.module import Bridge
from modules.bridge.records import (
    STRANDED_S,
    ArrivalState,
    ClientState,
    PacketState,
)
from tests.modules.bridge.town import PARAMS, ROUTE
from tests.modules.markets.harbour import PAID_WEI, RECEIVER, Harbour
from tests.modules.markets.market_town import PAYERS, MarketTown
from tests.modules.markets.silence_of_data import attempt


def travellers_leave(town: MarketTown) -> None:
    """Let whoever has coins on their way take them, and attesters leave."""
    abroad_wei = 0
    if isinstance(town, Harbour):
        abroad_wei = coins_come_back(town)
        for validator in PAYERS:
            attempt(town, Bridge, "leave_attesters", sender=validator)
        town.blocks(2, seconds=town.page.settings.bond_wait_s)
    assert town.host.balance_wei(Bridge.address) == abroad_wei


def coins_come_back(town: Harbour) -> int:
    """
    Let receivers release, or send back, and senders prove that nothing arrived.

    Returns the wei behind what was sent back: whoever sent it has its vouchers again, abroad.
    """
    town.blocks(1, seconds=PARAMS.delay_s)
    for packet in town.waiting:
        attempt(town, Bridge, "release", ROUTE, packet, sender=RECEIVER)
    town.blocks(1, seconds=STRANDED_S)
    for packet in town.waiting:
        attempt(town, Bridge, "send_back", ROUTE, packet, sender=RECEIVER)
    if town.do("client", town.do("answering_client", town.client)).state == ClientState.FROZEN:
        substitute_by_vote(town)
    for packet in town.sent:
        town.time_out(packet)
        assert town.do("sent", ROUTE, packet.sequence).state == PacketState.TIMED_OUT
    ends = [town.do("arrival", ROUTE, packet.sequence).state for packet in town.waiting]
    assert set(ends) <= {ArrivalState.DELIVERED, ArrivalState.FAILED}, ends
    return int(PAID_WEI) * ends.count(ArrivalState.FAILED)


def substitute_by_vote(town: Harbour) -> None:
    """Let voters name another client of the same chain; the rest is anybody's."""
    town.seal()
    town.vote("announce_substitute", town.client, town.follow())
    town.blocks(1, seconds=town.page.settings.substitute_delay_s)
    town.do("substitute_client", town.client, sender=RECEIVER)
