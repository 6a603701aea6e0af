"""
From an item of a plan to a transaction: the proof it needs, checked before gas is spent on it.

    Item --eth_getProof of the other chain--> StateProof --against the root trusted here--> Call

The chain would refuse a false proof, too; here it costs nothing, and says whose fault it is.
"""

from typing import Final

from bridge import packet_calls
from bridge.ends.end import Call
from bridge.ends.errors import ProofWrong
from bridge.packets import ACKNOWLEDGEMENTS_SLOT, COMMITMENTS_SLOT, RECEIPTS_SLOT, slot_of
from bridge.planning import Item, Task
from bridge.records import StateProof
from bridge.side import Side
from chain.state_proofs import ProofRefused, verify_account, verify_slot
from chain.types.primitives import Hash32

# Where the other chain keeps what each task proves.
MAPPINGS: Final = {
    Task.DELIVER: COMMITMENTS_SLOT,
    Task.ACKNOWLEDGE: ACKNOWLEDGEMENTS_SLOT,
    Task.TIMEOUT: RECEIPTS_SLOT,
}


async def call_for(item: Item, here: Side, there: Side, root: Hash32) -> Call | None:
    """
    Return the transaction for an item at an end whose client trusts `root`.

    None where the other chain has gone on since it was read: the next round knows more. Raises
    ProofWrong, and what the other end raises.
    """
    at, sequence = here.end.place, item.sequence
    source = there if item.task in (Task.DELIVER, Task.RELEASE) else here
    packet = source.book.sent[sequence].packet
    if item.task is Task.RELEASE:
        return packet_calls.release(at, packet)
    proof = await _proof(item, here, there, root)
    if proof is None:
        return None
    if item.task is Task.DELIVER:
        return packet_calls.deliver(at, packet, proof, here.payee)
    if item.task is Task.TIMEOUT:
        return packet_calls.timeout(at, packet, proof)
    answer = there.book.answers[sequence].answer
    return packet_calls.acknowledge(at, packet, answer, proof)


async def _proof(item: Item, here: Side, there: Side, root: Hash32) -> StateProof | None:
    """Return a proof by the newest header that this end trusts."""
    height, remote = here.book.trust.height, there.end.place
    slot = slot_of(MAPPINGS[item.task], remote.route, item.sequence)
    proof = await there.end.proof(height, slot)
    try:
        account = verify_account(root, remote.bridge, proof.account_nodes)
        word = verify_slot(account, slot, proof.slot_nodes)
    except ProofRefused as cause:
        raise ProofWrong(
            f"chain {there.name}: the proof at height {height} does not fit the state root "
            f"that chain {here.name} trusts, so the node lies or is on a fork: {cause}"
        ) from cause
    if account is not None and (word == 0) == (item.task is Task.TIMEOUT):
        return proof
    if height <= there.book.scanned:
        raise ProofWrong(
            f"chain {there.name}: its state at height {height} says otherwise than its logs "
            f"about packet {item.sequence}, so the node lies or its logs are of a fork"
        )
    return None  # somebody did it since the logs were read
