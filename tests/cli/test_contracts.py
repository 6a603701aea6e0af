"""Refusals and events come back as what their modules declare."""

import pytest

from chain.kit.abi import StringType, encode_sequence
from chain.kit.module import InsufficientCoins
from chain.kit.record import encode_event, encode_refusal
from chain.types.primitives import Address, Wei
from cli.contracts import Contracts, Refused, hex_of
from cli.errors import CommandFailed
from cli.voting import method
from modules import assemble
from modules.governance.events import StatusChanged
from modules.governance.module import Governance
from modules.governance.records import Status
from modules.governance.refusals import UnknownProposal


class Scripted:
    """A node that always gives the same answer."""

    def __init__(self, answer: object) -> None:
        self._answer = answer

    def call(self, method: str, *params: object) -> object:
        """Return the answer."""
        return self._answer


@pytest.fixture
def contracts() -> Contracts:
    """The chain's modules on a node that knows nothing."""
    return Contracts(Scripted("0x"), assemble())


def test_every_modules_refusals_are_known(contracts: Contracts) -> None:
    """A module's own and the shared refusals are told apart by their selectors."""
    own = contracts.refusal_of(encode_refusal(UnknownProposal(9)))
    shared = contracts.refusal_of(encode_refusal(InsufficientCoins(Wei(2), Wei(1))))
    assert isinstance(own, Refused) and isinstance(shared, Refused)
    assert ("UnknownProposal", "no proposal has this number: id 9") == (own.name, str(own))
    assert "needed_wei 2, found_wei 1" in str(shared)


def test_a_contracts_own_reason_is_shown(contracts: Contracts) -> None:
    """Solidity's require(…, "text") shows the text."""
    data = bytes.fromhex("08c379a0") + encode_sequence([StringType()], ["too late"])
    assert "too late" == str(contracts.refusal_of(data))


def test_data_of_nobody_is_no_refusal(contracts: Contracts) -> None:
    """An unknown selector, and a known one with broken data, are left to the node's own words."""
    assert contracts.refusal_of(b"\x01\x02\x03\x04") is None
    assert contracts.refusal_of(encode_refusal(UnknownProposal(9))[:-1]) is None


def test_events_come_back_by_name(contracts: Contracts) -> None:
    """Topics and data of a log give the fields in the order of the declaration."""
    topics, data = encode_event(StatusChanged(7, Status.EXECUTED, "fine"))
    log = {
        "address": hex_of(Governance.address),
        "topics": [f"0x{topic:064x}" for topic in topics],
        "data": hex_of(data),
    }
    (event,) = contracts.events_of([log])
    assert ("governance", "StatusChanged") == (event.module, event.name)
    assert {"id": 7, "status": Status.EXECUTED, "reason": "fine"} == {
        name: value for name, (_, value) in event.fields.items()
    }


def test_logs_of_others_are_left_out(contracts: Contracts) -> None:
    """Logs of contracts, and topics no module declares, are no events of modules."""
    stranger = {"address": "0x" + "11" * 20, "topics": ["0x" + "22" * 32], "data": "0x"}
    unknown = {**stranger, "address": hex_of(Governance.address)}
    assert [] == contracts.events_of([stranger, unknown, {**unknown, "topics": []}])


def test_a_node_of_another_version_is_recognised() -> None:
    """A view that answers in another form says so, instead of showing wrong values."""
    contracts = Contracts(Scripted("0x1234"), assemble())
    with pytest.raises(CommandFailed, match="use the kumiai version the node runs"):
        contracts.view(Governance, method("proposal_count"), [])


def test_a_module_is_asked_at_its_address() -> None:
    """The call goes to the module's own address with the method's selector."""
    seen: list[object] = []

    class Spy:
        def call(self, name: str, *params: object) -> object:
            seen.extend(params)
            return "0x" + "00" * 31 + "05"

    assert 5 == Contracts(Spy(), assemble()).view(Governance, method("proposal_count"), [], 3)
    call, block = seen
    assert {
        "to": hex_of(Governance.address),
        "data": hex_of(method("proposal_count").selector),
    } == (call)
    assert ("0x3", 20) == (block, len(Address(Governance.address)))
