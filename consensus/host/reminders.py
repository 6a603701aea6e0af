"""
What to repeat to which peer: messages are lost, and without a quorum everyone waits.

    heard(peer, message) -> known -> tick -> what a peer is not known to hold, in bundles

Own votes go to everyone in each interval. Everything else that still matters is repeated only
to peers that have not sent it themselves, first after one whole interval, then after pauses
that double, and never more than REMIND_BYTES_MAX to one peer at a time: a chain that gets on
repeats next to nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from chain.certificates import VOTE_BYTES_MAX
from chain.types.certificate import BlockId, ProposalMessage, Vote
from consensus.core.driver import Driver
from consensus.core.repeats import needed_proposals, needed_votes, own_words
from consensus.host.config import REMIND_BYTES_MAX, REMIND_GAP_MAX
from consensus.host.network import Message, ProposedBlock, VoteBundle

# What a message says, whatever its signature: its kind, its round, and the rest.
Word = tuple[str, int, object, object, object]


@dataclass(slots=True)
class _Repeat:
    due: int  # interval in which it is sent next
    gap: int = 1


class Reminders:
    """Repeats of one height; what peers hold is forgotten with it."""

    def __init__(self, payload_of: Callable[[BlockId], bytes | None]) -> None:
        self._payload_of = payload_of
        self._interval = 0
        self._known: dict[str, set[Word]] = {}
        self._repeats: dict[tuple[str, Word], _Repeat] = {}

    def heard(self, peer: str, message: Vote | ProposalMessage) -> None:
        """Note that a peer holds a message: it sent it. Only for messages that were accepted."""
        self._known.setdefault(peer, set()).add(_word(message))

    def tick(self, driver: Driver, peers: Iterable[str]) -> Iterator[tuple[str, Message]]:
        """One interval has passed: yield what is to be sent to whom."""
        self._interval += 1
        peers = tuple(peers)
        self._forget_all_but(peers)
        own = [word for word in own_words(driver) if isinstance(word, Vote)]
        votes = [vote for vote in needed_votes(driver) if vote not in own]
        proposals = needed_proposals(driver)
        needed = {_word(vote) for vote in votes} | {_word(message) for message in proposals}
        self._forget_old(driver.state.round, needed)
        for peer in peers:
            yield from ((peer, vote) for vote in own)
            yield from ((peer, message) for message in self._for_peer(peer, votes, proposals))

    def _for_peer(
        self, peer: str, votes: list[Vote], proposals: tuple[ProposalMessage, ...]
    ) -> Iterator[Message]:
        budget_bytes = REMIND_BYTES_MAX
        chosen = []
        for vote in votes:
            if budget_bytes >= VOTE_BYTES_MAX and self._is_due(peer, vote):
                budget_bytes -= VOTE_BYTES_MAX
                chosen.append(vote)
        yield from bundles(chosen)
        for message in proposals:
            payload = self._payload_of(message.block_id)
            if payload is not None and budget_bytes > 0 and self._is_due(peer, message):
                budget_bytes -= len(payload)
                yield ProposedBlock(message, payload)

    def _forget_all_but(self, peers: tuple[str, ...]) -> None:
        """A peer that went away may come back with nothing: it is reminded anew."""
        self._known = {peer: self._known[peer] for peer in peers if peer in self._known}
        self._repeats = {
            key: repeat for key, repeat in self._repeats.items() if key[0] in self._known
        }
        for peer in peers:
            self._known.setdefault(peer, set())

    def _forget_old(self, current: int, needed: set[Word]) -> None:
        """Rounds may be many in one height: what is neither needed nor to come is forgotten."""
        self._repeats = {key: r for key, r in self._repeats.items() if key[1] in needed}
        for peer, words in self._known.items():
            kept = {word for word in words if word in needed or word[1] > current}
            self._known[peer] = kept

    def _is_due(self, peer: str, message: Vote | ProposalMessage) -> bool:
        """Whether to send it in this interval; if so, the pause until the next time doubles."""
        word = _word(message)
        if word in self._known.get(peer, ()):
            return False
        repeat = self._repeats.setdefault((peer, word), _Repeat(self._interval + 1))
        if self._interval < repeat.due:
            return False
        repeat.due = self._interval + repeat.gap
        repeat.gap = min(2 * repeat.gap, REMIND_GAP_MAX)
        return True


def bundles(votes: Iterable[Vote]) -> Iterator[VoteBundle]:
    """
    Yield votes by round and kind, in order of first appearance.

    Each validator is once in a bundle: the contradiction of an equivocator goes in another.
    """
    groups: dict[tuple[object, ...], list[Vote]] = {}
    times: dict[tuple[object, ...], int] = {}
    for vote in votes:
        place = (vote.round, vote.kind, vote.validator)
        times[place] = times.get(place, 0) + 1
        groups.setdefault((vote.round, vote.kind, times[place]), []).append(vote)
    for group in groups.values():
        yield VoteBundle(tuple(group))


def _word(message: Vote | ProposalMessage) -> Word:
    if isinstance(message, Vote):
        kind, author = message.kind.name, message.validator
    else:
        kind, author = "PROPOSAL", message.proposer
    return kind, message.round, message.block_id, message.valid_round, author
