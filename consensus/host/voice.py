"""
How a validator speaks: durable first, then signed, counted and sent.

    Broadcast -> log synced -> Signer -> own input into the core -> log synced -> Network
"""

import logging

from chain.types.certificate import ProposalMessage, Vote
from chain.types.primitives import Round
from consensus.core.inputs import Input, ProposalReceived, StartHeight, VoteReceived
from consensus.host.journal import Journal
from consensus.host.network import ProposedBlock
from consensus.host.payloads import Payloads
from consensus.host.signer import SignerUnavailable, SignRefused
from consensus.host.surroundings import SignedBlockLost, Surroundings

log = logging.getLogger(__name__)


class Voice:
    """
    Says what the core wants said in one height.

    `quiet` is set for good once a certificate shows that the height is decided: what is being
    synced is never signed (cometbft#5953).
    """

    def __init__(self, around: Surroundings, journal: Journal, payloads: Payloads) -> None:
        self._around, self._journal, self._payloads = around, journal, payloads
        self._unsaid: list[Vote | ProposalMessage] = []
        self.quiet = False

    async def speak(self, message: Vote | ProposalMessage) -> None:
        """Sign, log, count and send an own message; what led to it is durable before."""
        if self.quiet or self._journal.driver.has_spoken(message):
            return
        await self._journal.sync()
        self._around.fail_point("sign.before")
        try:
            said = await self._sign(message)
        except SignerUnavailable as error:
            log.error("height %d: no vote for now: %s", self._journal.height, error)
            self._unsaid.append(message)
            return
        except SignRefused as error:
            log.error("height %d: the signer refuses: %s", self._journal.height, error)
            self._go_on_after_refusal()
            return
        self._around.fail_point("sign.after")
        self._journal.feed(said)
        await self._journal.sync()
        await self._send(said)

    async def speak_again(self) -> None:
        """Say what an unreachable signer could not sign, as far as its round still runs."""
        unsaid, self._unsaid = self._unsaid, []
        for message in unsaid:
            if message.round == self._journal.driver.state.round:
                await self.speak(message)

    async def _sign(self, message: Vote | ProposalMessage) -> VoteReceived | ProposalReceived:
        signer = self._around.signer
        if isinstance(message, Vote):
            return VoteReceived(await signer.sign_vote(message))
        return ProposalReceived(await signer.sign_proposal(message), timely=True)

    async def _send(self, said: Input) -> None:
        match said:
            case VoteReceived(vote):
                await self._around.network.broadcast(vote)
            case ProposalReceived(message):
                payload = self._payloads.get(message.block_id)
                assert payload is not None, "a proposal of a block that is not here"
                await self._around.network.broadcast(ProposedBlock(message, payload))

    def _go_on_after_refusal(self) -> None:
        """
        Go on although the log has lost what was signed; the signer protects against saying
        other words, this protects against forgetting a lock (tendermint#8739).

        Without a precommitted block nothing was locked: go on in the round after the last
        one signed in. With one that the log does not have: be silent for this height if the
        others are enough, else stop.
        """
        journal, validators = self._journal, self._journal.parent.validators
        state, locked = self._around.signer.state, journal.driver.state.locked
        lost = state.precommitted if state.height == journal.height else None
        if lost is not None and (locked is None or locked.round < lost.round):
            mine = validators.power_of(self._around.signer.address)
            if not validators.is_quorum(validators.total_power - mine):
                raise SignedBlockLost(
                    f"height {journal.height}: expected block 0x{lost.block_id.hash.hex()} in the "
                    f"log, because this validator precommitted it in round {lost.round}; found "
                    "it lost; restore the log from its copy or the chain from a peer"
                )
            self.quiet = True
        elif state.height == journal.height and state.round >= journal.driver.state.round:
            journal.feed(StartHeight(journal.height, Round(state.round + 1)))
