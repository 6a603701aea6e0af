"""kill -9 at random: of what carries, of validators; and blows at an EVM chain's newest blocks."""

import random
import time
from collections.abc import Callable, Sequence

from tests.bridge.networks import Network
from tests.bridge.processes import Process

AWAY_S = 3.0  # that a killed validator stays away
CATCH_UP_S = 120.0  # until it has all blocks again, on a busy machine


class Chaos:
    """Strikes carriers, validators and whatever else may be struck, in turn."""

    def __init__(
        self,
        carriers: Sequence[Process],
        networks: Sequence[Network],
        more: Sequence[Callable[[random.Random], None]] = (),
        seed: int = 7,
    ) -> None:
        self._carriers, self._networks, self._dice = carriers, networks, random.Random(seed)
        self._kinds = [self._kill_carrier, self._kill_validator]
        self._kinds += [lambda strike=strike: strike(self._dice) for strike in more]
        self.count = 0

    def strike(self) -> None:
        """Strike something; what was killed runs again when this returns."""
        self._kinds[self.count % len(self._kinds)]()
        self.count += 1

    def keep(self) -> None:
        """Start again what ended by itself, as its node was away when it started."""
        for carrier in self._carriers:
            carrier.keep()

    def _kill_carrier(self) -> None:
        chosen = self._dice.choice(self._carriers)
        chosen.kill()
        chosen.start()

    def _kill_validator(self) -> None:
        cluster = self._dice.choice(self._networks).cluster
        node = self._dice.choice(cluster.nodes[:-1])  # tests ask the last one
        node.kill()
        time.sleep(AWAY_S)
        node.start()
        node.wait_ready()
        cluster.wait_height(max(cluster.heights()), [node], CATCH_UP_S)
