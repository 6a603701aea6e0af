"""
Where proofs of faults go: into the chain's pool, and on to peers that may not have them.

    core, peers -> EvidenceDesk -> App.add_evidence -> new? -> EvidenceMessage to all
                                              |-> Invalid -> the peer is reported
"""

import logging
from collections import deque
from collections.abc import Callable

from chain.errors import Invalid
from chain.evidence import accused_by, ordered
from chain.types.evidence import Evidence
from chain.types.primitives import Address
from consensus.host.app import App
from consensus.host.config import FAULT_POINTS_MINOR
from consensus.host.network import EvidenceMessage, Network
from consensus.host.observer import Observer
from consensus.host.queues import FairQueue

EVIDENCE_WAITING_MAX = 64  # proofs of one peer that wait to be checked; more are dropped
EVIDENCE_KNOWN_MAX = 1_024  # proofs taken, remembered so that they are not checked again
OWN = ""  # no peer has this name

log = logging.getLogger(__name__)


class EvidenceDesk:
    """
    Takes proofs from the core and from peers; checks each once, by the application.

    `own` tells whose key signs here now: it changes when the key is rotated.
    """

    def __init__(
        self, app: App, network: Network, observer: Observer, own: Callable[[], Address]
    ) -> None:
        self._app, self._network, self._observer, self._own = app, network, observer, own
        self._waiting: FairQueue[tuple[str, Evidence]] = FairQueue(EVIDENCE_WAITING_MAX, 1)
        self._known: deque[Evidence] = deque(maxlen=EVIDENCE_KNOWN_MAX)

    def found(self, evidence: Evidence) -> None:
        """Take a proof that this node's own votes and proposals make."""
        self._waiting.put(OWN, (OWN, evidence))

    def received(self, peer: str, evidence: Evidence) -> None:
        """Take a proof of a peer; dropped when too many of its proofs wait."""
        self._waiting.put(peer, (peer, evidence))

    async def run(self) -> None:
        """Hand proofs to the application, one after another, for ever."""
        while True:
            peer, evidence = await self._waiting.get()
            evidence = ordered(evidence)
            if evidence in self._known:
                continue
            try:
                new = await self._app.add_evidence(evidence)
            except Invalid as error:
                log.warning("evidence from %s proves nothing: %s", peer or "this node", error)
                if peer != OWN:
                    self._network.report(peer, FAULT_POINTS_MINOR, f"false evidence: {error}")
                continue
            if new:
                self._known.append(evidence)
                self._tell(evidence)
                await self._network.broadcast(EvidenceMessage(evidence))

    def _tell(self, evidence: Evidence) -> None:
        who = accused_by(evidence)
        if who == self._own():
            log.critical(
                "THIS VALIDATOR 0x%s IS PROVEN TO HAVE SIGNED TWICE: another process may use its "
                "key, or its sign state was lost; stop it and find out: %s",
                who.hex(),
                evidence,
            )
        else:
            log.warning(
                "validator %s is at fault: %s",
                "several" if who is None else f"0x{who.hex()}",
                evidence,
            )
        self._observer.on_evidence(evidence)
