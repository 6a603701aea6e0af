"""A start does what is not done yet, and says in one line what to do where the chain refuses."""

import asyncio
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from agents.provider.account import NodeUncertain
from agents.provider.policy import COIN, Policy, Price
from agents.provider.registration import Registration, StartRefused
from client.errors import ClientError, NodeBusy, TransactionFailed, TransactionReplaced
from client.modules.compute import ProviderState
from client.modules.shared import Paused, StateForbids
from client.modules.verification import BondTooSmall, MemberState, Role

ME = "0x" + "11" * 20
POLICY = Policy({"embed": Price(1)}, bond_wei=7, roles={Role.REPLICA: 5})


@dataclass
class Chain:
    """A chain and an account on it, which refuses the calls that a test says."""

    refused: dict[str, ClientError] = field(default_factory=dict)
    provider: ProviderState = ProviderState.NOTHING
    member: MemberState = MemberState.NOTHING
    orders: tuple[int, ...] = ()
    done: list[str] = field(default_factory=list)
    bonds_wei: list[int] = field(default_factory=list)

    def registration(self) -> Registration:
        """Return a registration with this chain."""
        return Registration(SimpleNamespace(client=self._client(), must=self.must), POLICY)  # type: ignore[arg-type]

    async def must(self, name: str, call: Any) -> None:
        """Make a call, or refuse it."""
        if name in self.refused:
            raise self.refused[name]
        self.done.append(name)
        call()

    def _client(self) -> SimpleNamespace:
        async def provider(_: str) -> SimpleNamespace:
            return SimpleNamespace(state=self.provider, free_wei=2, locked_wei=1)

        async def member(*_: object) -> SimpleNamespace:
            return SimpleNamespace(state=self.member)

        async def owed(*_: object) -> tuple[int, ...]:
            return self.orders

        async def nothing(*_: object) -> tuple[int, ...]:
            return ()

        def paid(*_: object, value_wei: int) -> None:
            self.bonds_wei.append(value_wei)

        return SimpleNamespace(
            address=ME,
            compute=SimpleNamespace(provider=provider, engagements_of=owed, register_provider=paid),
            verification=SimpleNamespace(member=member, duties_of=nothing, join=paid),
        )


def test_what_is_done_is_not_done_again():
    """Bond that is there already is not sent again; who is a member joins no more."""
    chain = Chain()
    asyncio.run(chain.registration().complete())
    assert (["register_provider", "join as replica"], [4, 5]) == (chain.done, chain.bonds_wei)
    chain = Chain(provider=ProviderState.ACTIVE, member=MemberState.ACTIVE)
    asyncio.run(chain.registration().complete())
    assert [] == chain.done


@pytest.mark.parametrize(
    ("name", "refusal", "line"),
    [
        (
            "join as replica",
            BondTooSmall(100 * COIN, 5),
            r"put replica_wei = 100000000000000000000 \(100 coins\) or more under \[roles\]",
        ),
        ("join as replica", StateForbids("member", "ACTIVE", "join"), "acts from elsewhere, too"),
        (
            "register_provider",
            StateForbids("provider", "ACTIVE", "it"),
            "a key of its own",
        ),
        ("register_provider", Paused(), "when governance has resumed"),
        ("register_provider", TransactionFailed("it failed"), "it failed: change provider.toml"),
    ],
)
def test_what_the_chain_refuses_is_said_in_one_line(name, refusal, line):
    """The line names the call, the chain's reason, and what its operator can do."""
    with pytest.raises(StartRefused, match=f"^{name}: .*{line}") as found:
        asyncio.run(Chain({name: refusal}).registration().complete())
    assert 1 == len(str(found.value).splitlines())


def test_a_provider_that_owes_work_goes_on_without(caplog):
    """To end would cost the bonds behind its orders: the line is said, and nothing ends."""
    chain = Chain({"join as replica": BondTooSmall(6, 5)}, orders=(3,))
    asyncio.run(chain.registration().complete())
    assert "put replica_wei = 6" in caplog.text


@pytest.mark.parametrize("state", [MemberState.SUSPENDED, MemberState.LEAVING])
def test_a_member_that_is_not_drawn_is_told_the_way_back(caplog, state):
    """It cannot join again; it is no reason to end."""
    chain = Chain(member=state)
    asyncio.run(chain.registration().complete())
    assert ["register_provider"] == chain.done
    assert "replica: this key is not drawn" in caplog.text


@pytest.mark.parametrize(
    ("fault", "kind"),
    [(NodeBusy("later"), NodeBusy), (TransactionReplaced("another"), NodeUncertain)],
)
def test_a_fault_of_the_node_is_no_refusal(fault, kind):
    """It stays one of those after which a start is tried again."""
    with pytest.raises(kind):
        asyncio.run(Chain({"register_provider": fault}).registration().complete())
