"""One valid message of every kind that gossip sends, some in two shapes."""

from chain.types.primitives import Hash32, Height
from consensus.host.network import (
    BlockRequest,
    EvidenceMessage,
    NoBlock,
    StatusMessage,
    VoteBundle,
)
from consensus.net.compact import CompactPayload
from consensus.net.messages import (
    Announcement,
    CertifiedAnnouncement,
    PartRequest,
    PeerRequest,
    PeerResponse,
    Pushed,
    TransactionBatch,
    TransactionReply,
    TransactionRequest,
    WireMessage,
)
from consensus.net.parts import Manifest, PartSet
from tests.consensus.net.stage import EVIDENCE, block_id, certificate, proposal, vote

ROOT = Hash32(b"\x05" * 32)
MANIFEST = Manifest(70_000, ROOT)
SAMPLES: list[WireMessage] = [
    vote(),
    vote(block=block_id(b"x")),
    VoteBundle((vote(0), vote(1), vote(2, block=block_id(b"x")))),
    Announcement(proposal(b"x"), MANIFEST),
    Announcement(proposal(b"x"), MANIFEST, Pushed.COMPACT),
    CompactPayload(ROOT, b"head", (ROOT, Hash32(bytes(32)))),
    TransactionRequest(ROOT, (0, 3, 7_999)),
    TransactionReply(ROOT, ((0, b"raw"), (3, b""))),
    PartRequest(ROOT, (0, 1, 127)),
    PartSet(bytes(200_000)).part(2),
    EvidenceMessage(EVIDENCE),
    StatusMessage(Height(9), Height(3)),
    BlockRequest(Height(9)),
    NoBlock(Height(9)),
    CertifiedAnnouncement(certificate(b"x"), MANIFEST),
    PeerRequest(),
    PeerResponse((f"0x{'ab' * 20}@127.0.0.1:26656",)),
    TransactionBatch((b"raw", b"other")),
]
