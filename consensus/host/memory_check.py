"""
Before the first word: does the chain hold a signature that the sign state has forgotten?

    last N certificates --own signature above the state?--> SignStateLost

A validator whose sign state was lost, rolled back or copied from elsewhere would sign the same
places again, with other words. What it signed lately stands in the chain's own certificates.
"""

from chain.types.primitives import Height
from consensus.host.app import App
from consensus.host.signer import Signer, SignState, SignStep
from consensus.host.surroundings import SignStateLost


async def refuse_lost_memory(app: App, signer: Signer, height: Height, heights: int) -> None:
    """
    Look through the last `heights` certificates, from `height` down, for own signatures.

    Raises SignStateLost at the first one that the sign state does not know; exactly `heights`
    of them are looked at (cometbft#5668 looked at one fewer). Pruned heights are skipped.
    """
    oldest = max(await app.oldest_height(), height - heights + 1, 1)
    for number in range(height, oldest - 1, -1):
        found = await app.certified(Height(number))
        if found is None:
            continue
        certificate, _ = found
        signed = signer.address in dict(certificate.signatures)
        if signed and not _remembers(signer.state, certificate.height, certificate.round):
            raise SignStateLost(
                f"expected a sign state that remembers height {number} round "
                f"{certificate.round}, because the chain holds this validator's precommit "
                f"there; found one at height {signer.state.height} round {signer.state.round}: "
                "it was lost or rolled back; restore it, or wait until no other process uses "
                "this key and start with a new one"
            )


def _remembers(state: SignState, height: int, round_: int) -> bool:
    """Whether a state has signed the precommit of a place, or something after it."""
    if (state.height, state.round) == (height, round_):
        return SignStep.PRECOMMIT in state.signed
    return (state.height, state.round) > (height, round_)
