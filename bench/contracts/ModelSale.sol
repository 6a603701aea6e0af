// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

import {AuditLog} from "./ModelSaleAudit.sol";
import {IUsageBook} from "./ModelSaleBook.sol";

/// @notice Payments for the use of models as a contract makes them: the prices, the checks, the
/// split, the books and the events of the native model fees. Terms have no conditions here (free
/// units, rates of requests, bands, bases, data): it is only looked up that a model has none.
contract ModelSale is AuditLog {
    enum Status {
        REGISTERED,
        ACTIVE,
        DEPRECATED,
        RETIRED
    }

    enum LegKind {
        TREASURY,
        INFRASTRUCTURE,
        REFERRER,
        AUTHOR
    }

    struct Prices {
        uint256 inputToken;
        uint256 outputToken;
    }

    struct RevenueSplit {
        address infrastructure;
        uint16 authorBps;
        uint16 infrastructureBps;
        uint16 referrerBps;
    }

    struct Terms {
        uint64 effective;
        Prices prices;
        RevenueSplit split;
    }

    struct Registration {
        address author;
        Status status;
        uint64 registered;
        uint64 deprecated;
        string metadataUri;
    }

    struct Referrer {
        address account;
        uint16 shareBps;
    }

    struct Leg {
        LegKind kind;
        address recipient;
        uint256 amount;
    }

    struct Usage {
        uint256 payments;
        uint256 inputTokens;
        uint256 outputTokens;
        uint256 charged;
        uint256 treasury;
        uint256 infrastructure;
        uint256 referrers;
        uint256 author;
        uint256 bases;
        uint256 data;
    }

    struct DayUse {
        uint256 sums; // payments 64 | requests 64 | wei 128
        uint256 unitsLow; // four meters of 64
        uint256 unitsHigh;
    }

    struct Use {
        bytes32 key;
        uint256 inputTokens;
        uint256 outputTokens;
        uint256 total;
        uint256 version;
        uint16 feeBps;
    }

    event ModelUsed(
        address indexed payer,
        string indexed model,
        string modelId,
        uint256 version,
        uint16 protocolFeeBps,
        uint256 inputTokens,
        uint256 outputTokens,
        uint256 total
    );
    event SplitPaid(
        string indexed model, address indexed recipient, LegKind kind, uint256 amount
    );
    event CoinsMoved(address source, address target, uint256 amount, string reason);

    error Paused();
    error UnknownModel(string modelId);
    error NotAuthor(address author);
    error StatusInvalid(Status status);
    error SplitInvalid(uint256 total);
    error ConditionsUnsupported(uint256 number);
    error NothingUsed();
    error TooManyTokens(uint256 most, uint256 found);
    error ReferrersInvalid(uint256 count, uint256 total);
    error ChargeAboveLimit(uint256 limit, uint256 charge);
    error PaymentTooSmall(uint256 needed, uint256 sent);
    error InsufficientCoins(uint256 needed, uint256 found);

    uint256 private constant WHOLE_BPS = 10_000;
    uint256 private constant TOKENS_MAX = 10 ** 12;
    uint256 private constant REFERRERS_MAX = 4;

    address public immutable treasury;
    IUsageBook public immutable book;
    bool public paused;
    uint16 public protocolFeeBps = 250;
    uint256 public modelCount;
    mapping(bytes32 => Registration) private _registrations;
    mapping(bytes32 => Terms[]) private _terms;
    mapping(bytes32 => mapping(uint256 => uint256)) private _conditionsOf;
    mapping(bytes32 => uint256) private _numberOf;
    mapping(bytes32 => Usage) private _usages;
    Usage private _totals;
    mapping(uint256 => mapping(uint256 => DayUse)) private _dayUses;

    constructor(address treasury_, IUsageBook book_) {
        (treasury, book) = (treasury_, book_);
    }

    function registerModel(
        string calldata modelId,
        string calldata metadataUri,
        Prices calldata prices,
        RevenueSplit calldata split
    ) external {
        bytes32 key = keccak256(bytes(modelId));
        Registration storage found = _registrations[key];
        if (found.author != address(0)) revert NotAuthor(found.author);
        uint256 whole = uint256(split.authorBps) + split.infrastructureBps + split.referrerBps;
        if (whole != WHOLE_BPS) revert SplitInvalid(whole);
        (found.author, found.registered) = (msg.sender, uint64(block.timestamp));
        found.metadataUri = metadataUri;
        _terms[key].push(Terms(uint64(block.timestamp), prices, split));
        _numberOf[key] = ++modelCount;
        _audit();
    }

    function activateModel(string calldata modelId) external {
        Registration storage found = _registrations[keccak256(bytes(modelId))];
        if (found.author != msg.sender) revert NotAuthor(found.author);
        if (found.status != Status.REGISTERED) revert StatusInvalid(found.status);
        found.status = Status.ACTIVE;
        _audit();
    }

    function usage(string calldata modelId) external view returns (Usage memory) {
        return _usages[keccak256(bytes(modelId))];
    }

    function usageTotal() external view returns (Usage memory) {
        return _totals;
    }

    function dayUse(string calldata modelId, uint256 day) external view returns (DayUse memory) {
        return _dayUses[_numberOf[keccak256(bytes(modelId))]][day];
    }

    function payForUse(
        string calldata modelId,
        uint256 inputTokens,
        uint256 outputTokens,
        uint256 maxTotal,
        Referrer[] calldata referrers
    ) external payable returns (uint256) {
        if (paused) revert Paused();
        Use memory use;
        use.key = keccak256(bytes(modelId));
        (use.inputTokens, use.outputTokens) = (inputTokens, outputTokens);
        Leg[] memory legs = _quote(modelId, use, referrers);
        uint256 total = use.total;
        if (total > maxTotal) revert ChargeAboveLimit(maxTotal, total);
        if (total > msg.value) revert PaymentTooSmall(total, msg.value);
        _count(use, legs);
        _payLegs(modelId, legs);
        if (msg.value > total) _move(msg.sender, msg.value - total, "refund");
        _emitUsed(modelId, use);
        _audit();
        return total;
    }

    /// @dev What a use costs by the terms in force, and who gets it; adds it to the use.
    function _quote(string calldata modelId, Use memory use, Referrer[] calldata referrers)
        private
        view
        returns (Leg[] memory)
    {
        address author = _forSale(modelId, use.key);
        Terms storage terms;
        (use.version, terms) = _inForce(use.key);
        _checkTokens(use.inputTokens, use.outputTokens);
        _checkReferrers(referrers);
        Prices storage prices = terms.prices;
        use.total = use.inputTokens * prices.inputToken + use.outputTokens * prices.outputToken;
        use.feeBps = protocolFeeBps;
        return _legs(use.total, use.feeBps, terms.split, author, referrers);
    }

    function _emitUsed(string calldata modelId, Use memory use) private {
        emit ModelUsed(
            msg.sender,
            modelId,
            modelId,
            use.version,
            use.feeBps,
            use.inputTokens,
            use.outputTokens,
            use.total
        );
    }

    function _forSale(string calldata modelId, bytes32 key) private view returns (address author) {
        Registration storage found = _registrations[key];
        Status status;
        (author, status) = (found.author, found.status);
        if (author == address(0)) revert UnknownModel(modelId);
        if (status != Status.ACTIVE && status != Status.DEPRECATED) revert StatusInvalid(status);
    }

    function _inForce(bytes32 key) private view returns (uint256 low, Terms storage terms) {
        Terms[] storage versions = _terms[key];
        low = 1;
        uint256 high = versions.length;
        while (low < high) {
            uint256 middle = (low + high + 1) / 2;
            if (versions[middle - 1].effective <= block.timestamp) low = middle;
            else high = middle - 1;
        }
        terms = versions[low - 1];
        uint256 conditions = _conditionsOf[key][low];
        if (conditions != 0) revert ConditionsUnsupported(conditions);
    }

    function _checkTokens(uint256 inputTokens, uint256 outputTokens) private pure {
        if (inputTokens == 0 && outputTokens == 0) revert NothingUsed();
        uint256 highest = inputTokens > outputTokens ? inputTokens : outputTokens;
        if (highest > TOKENS_MAX) revert TooManyTokens(TOKENS_MAX, highest);
    }

    function _checkReferrers(Referrer[] calldata referrers) private pure {
        if (referrers.length == 0) return;
        uint256 total = 0;
        bool named = true;
        for (uint256 i = 0; i < referrers.length; i++) {
            total += referrers[i].shareBps;
            named = named && referrers[i].account != address(0);
        }
        if (referrers.length > REFERRERS_MAX || !named || total != WHOLE_BPS) {
            revert ReferrersInvalid(referrers.length, total);
        }
    }

    /// @dev Every leg of a payment; the author's is what the others leave, all dust included.
    function _legs(
        uint256 total,
        uint256 feeBps,
        RevenueSplit memory split,
        address author,
        Referrer[] calldata referrers
    ) private view returns (Leg[] memory legs) {
        legs = new Leg[](referrers.length + 3);
        uint256 fee = total * feeBps / WHOLE_BPS;
        uint256 rest = total - fee;
        uint256 infrastructure = rest * split.infrastructureBps / WHOLE_BPS;
        uint256 left = rest - infrastructure;
        legs[0] = Leg(LegKind.TREASURY, treasury, fee);
        legs[1] = Leg(LegKind.INFRASTRUCTURE, split.infrastructure, infrastructure);
        uint256 referral = rest * split.referrerBps / WHOLE_BPS;
        for (uint256 i = 0; i < referrers.length; i++) {
            uint256 part = referral * referrers[i].shareBps / WHOLE_BPS;
            legs[i + 2] = Leg(LegKind.REFERRER, referrers[i].account, part);
            left -= part;
        }
        legs[legs.length - 1] = Leg(LegKind.AUTHOR, author, left);
    }

    function _count(Use memory use, Leg[] memory legs) private {
        uint256[4] memory paid;
        for (uint256 i = 0; i < legs.length; i++) {
            paid[uint256(legs[i].kind)] += legs[i].amount;
        }
        _add(_usages[use.key], use, paid);
        _add(_totals, use, paid);
        _countDay(use);
        IUsageBook.LegAmount[] memory told = new IUsageBook.LegAmount[](
            (paid[0] > 0 ? 1 : 0) + (paid[1] > 0 ? 1 : 0) + (paid[2] > 0 ? 1 : 0)
                + (paid[3] > 0 ? 1 : 0)
        );
        uint256 count = 0;
        if (paid[0] > 0) told[count++] = IUsageBook.LegAmount(IUsageBook.Leg.TREASURY, paid[0]);
        if (paid[1] > 0) told[count++] = IUsageBook.LegAmount(IUsageBook.Leg.INFRASTRUCTURE, paid[1]);
        if (paid[2] > 0) told[count++] = IUsageBook.LegAmount(IUsageBook.Leg.REFERRER, paid[2]);
        if (paid[3] > 0) told[count++] = IUsageBook.LegAmount(IUsageBook.Leg.SUPPLIER, paid[3]);
        // What the book thinks of it cannot stop a payment.
        try book.notePayment(msg.sender, 1, told) {} catch {}
    }

    function _add(Usage storage sums, Use memory use, uint256[4] memory paid) private {
        sums.payments += 1;
        sums.inputTokens += use.inputTokens;
        sums.outputTokens += use.outputTokens;
        sums.charged += use.total;
        sums.treasury += paid[0];
        sums.infrastructure += paid[1];
        if (paid[2] > 0) sums.referrers += paid[2];
        sums.author += paid[3];
    }

    function _countDay(Use memory use) private {
        DayUse storage day = _dayUses[_numberOf[use.key]][block.timestamp / 1 days];
        uint256 sums = _grown(_grown(day.sums, 1, 0, 64), 1, 64, 64);
        day.sums = _grown(sums, use.total, 128, 128);
        uint256 units = _grown(day.unitsLow, use.inputTokens, 0, 64);
        day.unitsLow = _grown(units, use.outputTokens, 64, 64);
    }

    /// @dev Let a number inside a word grow; one that is full stays at its largest.
    function _grown(uint256 word, uint256 amount, uint256 shift, uint256 bits)
        private
        pure
        returns (uint256)
    {
        unchecked {
            uint256 most = (1 << bits) - 1;
            uint256 room = most - ((word >> shift) & most);
            return word + ((amount < room ? amount : room) << shift);
        }
    }

    function _payLegs(string calldata modelId, Leg[] memory legs) private {
        for (uint256 i = 0; i < legs.length; i++) {
            Leg memory leg = legs[i];
            if (leg.amount == 0) continue;
            _move(leg.recipient, leg.amount, "model_fee");
            emit SplitPaid(modelId, leg.recipient, leg.kind, leg.amount);
        }
    }

    function _move(address to, uint256 amount, string memory reason) private {
        (bool done,) = to.call{value: amount}("");
        if (!done) revert InsufficientCoins(amount, address(this).balance);
        emit CoinsMoved(address(this), to, amount, reason);
    }
}
