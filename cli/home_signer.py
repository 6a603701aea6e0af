"""
The keys of a home that sign votes: the first one, and those that it was rotated to.

    HOME/validator/key, HOME/validator/rotated/<address>/key --set of the next height--> who signs

Whichever key is a member of the set that decides the next height signs in it; no file is ever
moved, so a crash between two steps of a rotation leaves every key with its own memory.
"""

from pathlib import Path

from chain.codec import address_of
from chain.types.certificate import ProposalMessage, Vote
from chain.types.primitives import Address
from chain.types.validators import ValidatorSet
from cli.config import NodeConfig
from cli.errors import CommandFailed
from cli.files import make_private
from cli.validator_key import create_validator_key, load_validator_key
from consensus.host.durable import Durably, at_once
from consensus.host.signer import FileSigner, SignState

ROTATED_MAX = 64  # keys that one home holds; older ones may be moved away by hand


class HomeSigner:
    """
    A Signer over all keys of a home.

    Raises CommandFailed without a first key, and what FileSigner raises.
    """

    def __init__(self, config: NodeConfig, chain_id: int, durably: Durably = at_once) -> None:
        self._config, self._chain_id, self._durably = config, chain_id, durably
        key = load_validator_key(config.validator_key_path)
        if key is None:
            raise CommandFailed(
                f"no validator key at {config.validator_key_path}: make a home with "
                f"`kumiai init --home {config.home}`"
            )
        self._active = FileSigner(key, config.sign_state_path, chain_id, durably=durably)
        self._signers = {self._active.address: self._active}

    @property
    def address(self) -> Address:
        """Address of the key that signs now."""
        return self._active.address

    @property
    def state(self) -> SignState:
        """What that key has signed last."""
        return self._active.state

    async def sign_vote(self, vote: Vote) -> Vote:
        """Return the vote with its signature. Raises SignRefused."""
        return await self._active.sign_vote(vote)

    async def sign_proposal(self, proposal: ProposalMessage) -> ProposalMessage:
        """Return the proposal with its signature. Raises SignRefused."""
        return await self._active.sign_proposal(proposal)

    def follow(self, validators: ValidatorSet) -> None:
        """Sign the next height with whichever key is a member of its set."""
        if self.address in validators:
            return
        for directory in rotated_keys(self._config):
            self._open(directory)
        for address, signer in sorted(self._signers.items()):
            if address in validators:
                self._active = signer
                return

    def close(self) -> None:
        """Let another process use the keys."""
        for signer in self._signers.values():
            signer.close()

    def _open(self, directory: Path) -> None:
        key = load_validator_key(directory / "key")
        if key is not None and address_of(key) not in self._signers:
            path = directory / "sign_state.json"
            signer = FileSigner(key, path, self._chain_id, durably=self._durably)
            self._signers[signer.address] = signer


def rotated_keys(config: NodeConfig) -> list[Path]:
    """Return the directories of the keys that this home was rotated to; raises CommandFailed."""
    found = sorted(path for path in config.rotated_keys_dir.glob("0x*") if path.is_dir())
    if len(found) > ROTATED_MAX:
        raise CommandFailed(
            f"{config.rotated_keys_dir}: at most {ROTATED_MAX} keys expected, found {len(found)}: "
            "move the oldest away"
        )
    return found


def create_rotated_key(config: NodeConfig, chain_id: int) -> bytes:
    """Make the key that the validator is to be rotated to, with an empty memory."""
    make_private(config.rotated_keys_dir)
    temporary = config.rotated_keys_dir / "new"
    key = load_validator_key(temporary / "key")
    if key is None:
        key = create_validator_key(temporary / "key")
    if not (temporary / "sign_state.json").exists():
        FileSigner.create(key, temporary / "sign_state.json", chain_id).close()
    temporary.rename(config.rotated_keys_dir / f"0x{address_of(key).hex()}")
    return key
