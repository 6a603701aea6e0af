"""
Where a new node is going, verified before it believes its peers.

    [consensus] trust_height, trust_hash --> light client --skipping--> newest block
    [consensus] light_servers: one is asked, the others witness      |
    blocks from peers have to be these  <--- Checkpoints <-----------+

A hash that an operator trusts is worth something only as long as those who signed it can be
punished: the light client refuses one that is older than the trusting period, and brings the trust
from it to the newest block in a few steps. Block sync then downloads and executes everything, but
whoever offers another past than the one that ends there is found out at the first of these blocks.
"""

import asyncio
import logging
from typing import Final

from chain.types.primitives import Height
from cli.checkpoint import Checkpoint, Checkpoints
from cli.config import NodeConfig
from cli.errors import CommandFailed, ConfigInvalid
from cli.light import RpcProvider, policy_for, save_attack, submit_attack
from consensus.host.clock import Clock
from consensus.light.client import LightClient
from consensus.light.errors import AttackDetected
from consensus.light.store import FileTrustedStore

SERVERS_MIN: Final = 2  # one is followed, the others have to agree
SERVERS_MAX: Final = 16
log = logging.getLogger("kumiai.light")


async def verify_target(
    config: NodeConfig, checkpoint: Checkpoint | None, head: Height, chain_id: int, clock: Clock
) -> Checkpoints:
    """
    Return every block that this node may not contradict.

    Asks the light servers only while the node is below the block it was told to trust: later its
    own head is younger than that. Raises ConfigInvalid, and what the light client raises.
    """
    _check_servers(config, checkpoint)
    if checkpoint is None or not config.light_servers or head >= checkpoint.height:
        return Checkpoints(() if checkpoint is None else (checkpoint,))
    primary, *witnesses = [RpcProvider(url, "light_servers") for url in config.light_servers]
    directory = config.light_dir(chain_id)
    store = FileTrustedStore(directory)
    policy = await asyncio.to_thread(policy_for, primary, chain_id)
    client = LightClient(policy, primary, witnesses, store, clock)
    try:
        await client.begin(checkpoint.height, checkpoint.hash)
        newest = await client.verify_newest()
    except AttackDetected as attack:
        path = save_attack(attack, directory)
        await submit_attack(attack, primary, witnesses)
        raise CommandFailed(f"{attack}: trust neither; the proof is in {path}") from attack
    log.info("light client: block %d 0x%s is where to go", newest.height, newest.hash.hex())
    kept = (store.get(height) for height in store.heights())
    return Checkpoints(Checkpoint(block.height, block.hash) for block in kept if block is not None)


def _check_servers(config: NodeConfig, checkpoint: Checkpoint | None) -> None:
    count = len(config.light_servers)
    if count and checkpoint is None:
        raise ConfigInvalid(
            "consensus.light_servers: trust_height and trust_hash expected with them, because "
            "a light client begins from a block that you trust"
        )
    if count and not SERVERS_MIN <= count <= SERVERS_MAX:
        raise ConfigInvalid(
            f"consensus.light_servers: {SERVERS_MIN} to {SERVERS_MAX} URLs expected, found "
            f"{count}: the first is asked, the others have to agree"
        )
