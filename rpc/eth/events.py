"""eth_: logs, polling filters, and subscriptions over a WebSocket."""

from typing import Any

from chain.errors import Malformed
from rpc.config import RpcLimits
from rpc.errors import InvalidParams, MethodNotFound, NotFound
from rpc.filters import Filters
from rpc.logs import LogFilter
from rpc.methods import Session, method, parse_boolean
from rpc.subscriptions import KINDS, LOGS, PENDING


class EthEvents:
    """Methods about what happened and what happens."""

    def __init__(self, filters: Filters, limits: RpcLimits) -> None:
        self._filters, self._limits = filters, limits

    @method("eth_getLogs")
    async def get_logs(self, wanted: LogFilter) -> list[dict[str, Any]]:
        """The logs that match, in order; the range defaults to the newest block."""
        return await self._filters.search(wanted)

    @method("eth_newFilter")
    def new_filter(self, wanted: LogFilter) -> str:
        """Begin to collect logs for polling."""
        return self._filters.add_logs(wanted)

    @method("eth_newBlockFilter")
    def new_block_filter(self) -> str:
        """Begin to collect hashes of new blocks for polling."""
        return self._filters.add_blocks()

    @method("eth_newPendingTransactionFilter")
    def new_pending_transaction_filter(self, whole: bool = False) -> str:
        """Begin to collect hashes of arriving transactions (true: them whole) for polling."""
        return self._filters.add_pending(whole)

    @method("eth_getFilterChanges")
    async def get_filter_changes(self, filter_id: str) -> list[Any]:
        """What a filter collected since it was last asked."""
        return await self._filters.changes(filter_id)

    @method("eth_getFilterLogs")
    async def get_filter_logs(self, filter_id: str) -> list[dict[str, Any]]:
        """All logs in the range of a log filter."""
        return await self._filters.logs(filter_id)

    @method("eth_uninstallFilter")
    def uninstall_filter(self, filter_id: str) -> bool:
        """End a filter; false where there is none."""
        return self._filters.remove(filter_id)

    @method("eth_subscribe")
    def subscribe(self, session: Session, kind: str, options: Any = None) -> str:
        """Be told of newHeads, logs, newPendingTransactions or syncing over this WebSocket."""
        if kind not in KINDS:
            raise MethodNotFound(f'no "{kind[:64]}" subscription in eth namespace')
        try:
            return session.subscribe(kind, self._wanted(kind, options))
        except Malformed as cause:
            raise InvalidParams(f"invalid argument 1: {cause}") from cause

    @method("eth_unsubscribe")
    def unsubscribe(self, session: Session, subscription: str) -> bool:
        """End a subscription of this WebSocket."""
        if not session.unsubscribe(subscription):
            raise NotFound("subscription not found")
        return True

    def _wanted(self, kind: str, options: Any) -> Any:
        """Read what a kind of subscription can be told; raises Malformed, InvalidParams."""
        if kind == LOGS:
            wanted = LogFilter() if options is None else LogFilter.decode(options)
            wanted.check_terms(self._limits)
            return wanted
        if kind == PENDING:
            return False if options is None else parse_boolean(options)
        if options is not None:
            raise InvalidParams("too many arguments, want at most 1")
        return None
