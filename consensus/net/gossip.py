"""
The engine's Network over a Transport: who gets which message, once, and payloads in pieces.

    Engine.broadcast -> Seen: who lacks it -> encode -> Transport.send
    Transport -> decode -> Seen: new? -> Engine.receive
                   +-> Announcement -> Transfers -> payload whole and its block's -> Engine.receive

Relaying is the engine's word: it broadcasts a message of another the first time it accepts it,
and only then is it passed on, to peers that are not known to have it. So a partial mesh reaches
everyone, and what no validator has signed goes no further than one hop.

Of a proposal the node that built it sends the start of the payload at once; everyone else
announces it, and peers that lack it fetch it. Payloads are named by their root: one that is not
its block counts against all who announced it, and does not stand in the way of the true one.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from chain.types.certificate import BlockId, Certificate, ProposalMessage, Vote
from consensus.host.clock import Clock
from consensus.host.network import (
    BlockRequest,
    CertifiedBlock,
    EvidenceMessage,
    Inbound,
    Message,
    NoBlock,
    ProposedBlock,
    StatusMessage,
    VoteBundle,
)
from consensus.net.compact import CompactPayload
from consensus.net.messages import (
    Announcement,
    CertifiedAnnouncement,
    Codec,
    PartRequest,
    Pushed,
    TransactionReply,
    TransactionRequest,
    WireMessage,
    channel_of,
)
from consensus.net.parts import Manifest, Part
from consensus.net.payloads import PayloadShelf, Stored
from consensus.net.peers import FLOOD_POINTS, WRONG_PAYLOAD_POINTS
from consensus.net.rates import TokenBucket
from consensus.net.seen import Seen, key_of
from consensus.net.transfers import PUSHED_PARTS, Claim, Filling, Transfer, Transfers
from consensus.net.transport import Channel, Packet, PeerId, Transport

INBOX_MAX: Final = 10_000  # messages that wait for the engine; more are lost, peers repeat them
REPEAT_MS: Final = 400  # before a message is sent to, or taken from, anyone a second time
AHEAD_HEIGHTS_MAX: Final = 64  # certified blocks are taken this far above the committed height
PROPOSAL_HEIGHTS_AHEAD: Final = 2  # proposals for the height being decided and the next
SERVED_PER_S: Final = 512  # parts or groups of transactions given to one peer, 32 MiB
SERVED_BURST: Final = 1_024  # of them at once
JUDGED_MAX: Final = 256  # verdicts on pairs of block and payload that are remembered

Matches = Callable[[BlockId, bytes], bool]

log = logging.getLogger(__name__)


def any_payload(block_id: BlockId, payload: bytes) -> bool:
    """Take every payload for the block it is said to be: the engine finds out."""
    return True


@dataclass(frozen=True, slots=True)
class GossipOptions:
    """
    What gossip can do better where the chain helps.

    `filling` makes proposals compact; `matches` says whether a payload is the block of a name,
    without executing it: with it a false payload never reaches the engine.
    """

    filling: Filling | None = None
    matches: Matches = any_payload
    repeat_ms: int = REPEAT_MS


class Gossip:
    """A Network for the engine and a Reactor for the switch."""

    channels = (Channel.CONSENSUS, Channel.PROPOSAL, Channel.EVIDENCE, Channel.BLOCK)

    def __init__(
        self,
        transport: Transport,
        clock: Clock,
        codec: Codec,
        options: GossipOptions = GossipOptions(),
    ) -> None:
        self._transport, self._clock, self._codec = transport, clock, codec
        self._matches = options.matches
        self._seen = Seen(options.repeat_ms)
        filling = options.filling
        self._shelf = PayloadShelf(None if filling is None else filling.codec)
        self._transfers = {
            Channel.PROPOSAL: Transfers(Channel.PROPOSAL, self._post, self._on_whole, filling),
            Channel.BLOCK: Transfers(Channel.BLOCK, self._post, self._on_whole),
        }
        self._judged: dict[tuple[BlockId, bytes], bool] = {}
        self._allowances: dict[PeerId, TokenBucket] = {}  # answers that a peer may have
        self._inbox: asyncio.Queue[Inbound] = asyncio.Queue(INBOX_MAX)
        self._status: StatusMessage | None = None
        self._reached = 0  # height that the engine has committed or asks for blocks up to

    # Network, for the engine.

    async def broadcast(self, message: Message) -> None:
        """Send to every peer that is not known to have it."""
        self._send(self._transport.peers(), message, asked=False)

    async def send(self, peer: str, message: Message) -> None:
        """Send to one peer, whatever it is known to have."""
        self._send((PeerId(peer),), message, asked=True)

    async def receive(self) -> Inbound:
        """Wait for the next message."""
        return await self._inbox.get()

    def peers(self) -> tuple[str, ...]:
        """Connected peers, sorted."""
        return self._transport.peers()

    def report(self, peer: str, points: int, reason: str) -> None:
        """Count a fault against a peer, on the scale of net/peers.py."""
        self._transport.penalise(PeerId(peer), points, reason)

    # Reactor, for the switch.

    def connected(self, peer: PeerId) -> None:
        """Tell a new peer how far this node is."""
        if self._status is not None:
            self._post(peer, Channel.BLOCK, self._status)

    def disconnected(self, peer: PeerId) -> None:
        """Forget what a peer had and what it was to give."""
        self._seen.forget(peer)
        self._allowances.pop(peer, None)
        for transfers in self._transfers.values():
            transfers.disconnected(peer)

    def tick(self) -> None:
        """Ask others where a source is silent."""
        for transfers in self._transfers.values():
            transfers.tick(self._clock.now_ms())

    def handle(self, packet: Packet) -> None:
        """Handle a packet. Raises Invalid for what no honest peer sends."""
        message = self._codec.decode(packet.channel, packet.data)
        peer = packet.peer
        match message:
            case Vote() | VoteBundle() | EvidenceMessage():
                key = key_of(packet.data)
                self._seen.hold(key, peer)
                self._deliver_once(key, message, peer)
            case StatusMessage() | BlockRequest() | NoBlock():
                self._deliver(message, peer)
            case Announcement(proposal, manifest):
                self._transfers[Channel.PROPOSAL].note(manifest.root)
                self._seen.hold(self._key_of(proposal, manifest), peer)
                self._seen.hold(manifest.root, peer)
                if self._is_near(proposal):
                    self._take_claim(proposal, manifest, message.pushed, peer)
            case CertifiedAnnouncement(certificate, manifest):
                self._transfers[Channel.BLOCK].note(manifest.root)
                if self._is_near(certificate):
                    self._take_claim(certificate, manifest, Pushed.PARTS, peer)
            case _:
                self._take_piece(packet.channel, message, peer)

    # Out.

    def _send(self, peers: Sequence[PeerId], message: Message, *, asked: bool) -> None:
        """Encode once, then send to each; `asked`: also to those who are known to have it."""
        match message:
            case ProposedBlock(proposal, payload):
                self._reached = max(self._reached, proposal.height - 1)
                stored = self._shelf.put(payload)
                for peer in peers:
                    self._offer(peer, proposal, stored, asked=asked)
            case CertifiedBlock(certificate, payload):
                stored = self._shelf.put(payload)
                for peer in peers:
                    self._give(peer, certificate, stored)
            case Vote() | VoteBundle() | EvidenceMessage():
                self._note_height(message)
                data = self._codec.encode(message)
                for peer in peers:
                    self._send_once(peer, channel_of(message), data, key_of(data), asked=asked)
            case StatusMessage() | BlockRequest() | NoBlock():
                self._note_height(message)
                for peer in peers:
                    self._post(peer, channel_of(message), message)

    def _send_once(
        self, peer: PeerId, channel: Channel, data: bytes, key: bytes, *, asked: bool
    ) -> bool:
        """Send what a peer lacks; whether it went out. What did not will be sent again."""
        now_ms = self._clock.now_ms()
        if not asked and not self._seen.lacks(key, peer, now_ms):
            return False
        if not self._transport.send(peer, channel, data):
            return False
        self._seen.sent(key, peer, now_ms)
        return True

    def _offer(
        self, peer: PeerId, proposal: ProposalMessage, stored: Stored, *, asked: bool
    ) -> None:
        """Announce a proposal; the start of its payload follows where no one else can give it."""
        root = stored.manifest.root
        pushed = Pushed.NOTHING
        if not self._seen.was_told(root, peer) and not self._seen.was_received(root):
            pushed = Pushed.PARTS if stored.compact() is None else Pushed.COMPACT
        key = self._key_of(proposal, stored.manifest)
        data = self._codec.encode(Announcement(proposal, stored.manifest, pushed))
        if self._send_once(peer, Channel.PROPOSAL, data, key, asked=asked):
            self._seen.sent(root, peer, self._clock.now_ms())
            self._push(peer, Channel.PROPOSAL, stored, pushed)

    def _give(self, peer: PeerId, certificate: Certificate, stored: Stored) -> None:
        """Send a decided block: its certificate, and the first of its parts."""
        self._post(peer, Channel.BLOCK, CertifiedAnnouncement(certificate, stored.manifest))
        self._push(peer, Channel.BLOCK, stored, Pushed.PARTS)

    def _push(self, peer: PeerId, channel: Channel, stored: Stored, pushed: Pushed) -> None:
        compact = stored.compact() if pushed is Pushed.COMPACT else None
        if compact is not None:
            self._post(peer, channel, compact)
        elif pushed is Pushed.PARTS:
            for index in range(min(PUSHED_PARTS, stored.manifest.part_count)):
                self._post(peer, channel, stored.parts.part(index))

    def _post(self, peer: PeerId, channel: Channel, message: WireMessage) -> bool:
        return self._transport.send(peer, channel, self._codec.encode(message))

    # In.

    def _take_claim(self, claim: Claim, manifest: Manifest, pushed: Pushed, peer: PeerId) -> None:
        """Hand a payload that is here to the engine, or fetch it."""
        stored = self._shelf.get(manifest.root)
        if stored is not None:
            self._judge(claim, stored, [peer])
        else:
            channel = Channel.BLOCK if isinstance(claim, Certificate) else Channel.PROPOSAL
            now_ms = self._clock.now_ms()
            self._transfers[channel].announce(manifest, claim, peer, pushed=pushed, now_ms=now_ms)

    def _take_piece(self, channel: Channel, message: WireMessage, peer: PeerId) -> None:
        transfers, now_ms = self._transfers[channel], self._clock.now_ms()
        match message:
            case Part(root) if not transfers.was_announced(root):
                self._transport.penalise(peer, FLOOD_POINTS, "a part of nothing announced")
            case Part():
                transfers.take_part(message, now_ms)
            case CompactPayload():
                transfers.take_compact(message, peer, now_ms)
            case TransactionReply():
                transfers.take_transactions(message, peer, now_ms)
            case PartRequest():
                self._serve(peer, channel, self._shelf.parts(message))
            case TransactionRequest():
                self._serve(peer, channel, self._shelf.transactions(message))

    def _serve(self, peer: PeerId, channel: Channel, answers: Iterable[WireMessage]) -> None:
        """Give what a peer asks for, up to its allowance; it asks again, or another."""
        now_ms = self._clock.now_ms()
        if peer not in self._allowances:
            self._allowances[peer] = TokenBucket(SERVED_PER_S, SERVED_BURST, now_ms)
        allowance = self._allowances[peer]
        for answer in answers:
            if allowance.wait_ms(1, now_ms) or not self._post(peer, channel, answer):
                return
            allowance.take(1)

    def _on_whole(self, transfer: Transfer, payload: bytes) -> None:
        stored = self._shelf.put(payload)
        for claim, peers in transfer.claims.items():
            self._judge(claim, stored, peers)

    def _judge(self, claim: Claim, stored: Stored, peers: list[PeerId]) -> None:
        """Deliver a payload that is its block; one that is not counts against who said so."""
        if not self._is_block(claim.block_id, stored):
            reason = f"a payload that is not block 0x{claim.block_id.hash.hex()}"
            for peer in peers:
                self._transport.penalise(peer, WRONG_PAYLOAD_POINTS, reason)
        elif isinstance(claim, Certificate):
            for peer in peers:  # each may be the answer that the engine waits for
                key = key_of(peer.encode() + claim.hash + stored.manifest.root)
                self._deliver_once(key, CertifiedBlock(claim, stored.payload), peer)
        else:
            key = self._key_of(claim, stored.manifest)
            self._deliver_once(key, ProposedBlock(claim, stored.payload), peers[0])

    def _is_block(self, block_id: BlockId, stored: Stored) -> bool:
        pair = (block_id, stored.manifest.root)
        verdict = self._judged.get(pair)
        if verdict is None:
            verdict = self._judged[pair] = self._matches(block_id, stored.payload)
            if len(self._judged) > JUDGED_MAX:
                del self._judged[next(iter(self._judged))]
        return verdict

    def _deliver_once(self, key: bytes, message: Message, peer: PeerId) -> None:
        if not self._inbox.full() and self._seen.deliver(key, self._clock.now_ms()):
            self._deliver(message, peer)

    def _deliver(self, message: Message, peer: PeerId) -> None:
        if self._inbox.full():
            log.debug("a message of peer %s is lost: the engine is busy", peer)
        else:
            self._inbox.put_nowait(Inbound(message, peer))

    def _key_of(self, proposal: ProposalMessage, manifest: Manifest) -> bytes:
        """Name of a proposal with its payload, whatever is pushed with it."""
        return key_of(self._codec.encode(Announcement(proposal, manifest)))

    # Heights.

    def _is_near(self, claim: Claim) -> bool:
        """Whether a claim is about a height that the engine could use now."""
        if self._status is None:
            return True
        ahead = AHEAD_HEIGHTS_MAX if isinstance(claim, Certificate) else PROPOSAL_HEIGHTS_AHEAD
        return self._status.height < claim.height <= self._reached + ahead

    def _note_height(self, message: Message) -> None:
        """Learn from what the engine says how far it is, and what it asks for."""
        match message:
            case Vote(height=height) | BlockRequest(height):
                self._reached = max(self._reached, height - 1)
            case StatusMessage(height):
                self._status = message
                self._reached = max(self._reached, height)
                for transfers in self._transfers.values():
                    transfers.drop(lambda claim: claim.height <= height)
