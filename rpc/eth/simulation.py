"""eth_simulateV1: what a row of blocks would do, with everything they would leave behind."""

from typing import Any, Final

from chain.found_logs import FoundLog
from chain.types.primitives import Hash32, Height
from chain.vm.errors import EXECUTION_REVERTED, describe_revert
from rpc.backend import Backend
from rpc.config import RpcLimits
from rpc.errors import REVERTED, CallFailed, NotFound
from rpc.eth.simulated_chain import SimulatedBlock, SimulatedCall, SimulatedChain
from rpc.eth.simulation_request import SimulationRequest
from rpc.lookup import LATEST_ID, BlockId, Lookup
from rpc.methods import method
from rpc.records import Record, show_block, show_log
from rpc.shapes import data, quantity
from rpc.watch import watch_for
from rpc.work import LongWork

MACHINE_ERROR: Final = -32015  # a call that failed, but did not revert


class EthSimulation:
    """The one method."""

    def __init__(self, backend: Backend, limits: RpcLimits, lookup: Lookup, work: LongWork) -> None:
        self._backend, self._limits, self._lookup, self._work = backend, limits, lookup, work

    @method("eth_simulateV1")
    async def simulate(
        self, simulation: SimulationRequest, block: BlockId = LATEST_ID
    ) -> list[dict[str, Any]]:
        """Execute blocks of calls upon a block, and show them as if they had been made."""
        height = self._lookup.known_height(block)
        made = await self._work.run(lambda: self._run(simulation, height))
        return [show_simulated(item, simulation.shows_transactions) for item in made]

    def _run(self, simulation: SimulationRequest, height: Height) -> list[SimulatedBlock]:
        chain, limits = self._backend.chain, self._limits
        base = chain.block(height)
        if base is None:
            raise NotFound("header not found")

        def known_hash(wanted: int) -> Hash32:
            found = chain.block(wanted)
            assert found is not None, wanted
            return found.header.hash

        limit_s = limits.call_s
        return SimulatedChain(
            simulation,
            chain.sketch(height),
            base.header,
            self._backend.machine,
            self._backend.status.chain_id,
            known_hash,
            limits.call_gas_max,
            watch_for(limit_s, CallFailed(f"execution aborted (timeout = {limit_s:g}s)")),
        ).run()


def show_simulated(made: SimulatedBlock, with_transactions: bool) -> Record:
    """Return a block as eth_getBlockByNumber does, and its calls."""
    calls = [_show_call(made, index) for index in range(len(made.calls))]
    return {**show_block(made.block, with_transactions), "calls": calls}


def _show_call(made: SimulatedBlock, index: int) -> Record:
    call, outcome = made.calls[index], made.calls[index].outcome
    shown: Record = {
        "returnData": data(outcome.output if outcome.status else b""),
        "logs": [
            show_log(FoundLog.of(made.block, index, call.first_log + offset, log))
            for offset, log in enumerate(call.logs)
        ],
        "gasUsed": quantity(outcome.gas_used),
        "maxUsedGas": quantity(outcome.gas_used + outcome.gas_refunded),
        "status": quantity(outcome.status),
    }
    if outcome.error is not None:
        shown["error"] = _show_error(call)
    return shown


def _show_error(call: SimulatedCall) -> Record:
    outcome = call.outcome
    if outcome.error == EXECUTION_REVERTED:
        text = describe_revert(outcome.output)
        return {"code": REVERTED, "message": text, "data": data(outcome.output)}
    return {"code": MACHINE_ERROR, "message": outcome.error}
