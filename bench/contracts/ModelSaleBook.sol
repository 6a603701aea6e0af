// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

/// @notice What a market tells of its payments.
interface IUsageBook {
    enum Leg {
        SUPPLIER,
        INFRASTRUCTURE,
        REFERRER,
        CONTRIBUTOR,
        VERIFIER,
        TREASURY,
        BURNED
    }

    struct LegAmount {
        Leg leg;
        uint256 amount;
    }

    function notePayment(address payer, uint256 uses, LegAmount[] calldata legs) external;
}

/// @notice One book of use and revenue for all markets, in six words for each of them:
/// payments, uses, payers, active payers of 64 bits, then amounts of 128 bits, two a word.
contract UsageBook is IUsageBook {
    error Unauthorized(address sender);
    error Paused();
    error CounterFull();

    uint256 private constant ALL = 0;
    uint256 private constant MODELS = 4;
    uint256 private constant LANE_BITS = 32; // of a payer's mark
    uint256 private constant PAYERS = 1 << 128;
    uint256 private constant ACTIVE_PAYERS = 1 << 192;
    // Of each leg by its number: in which word it stands, and whether in the high half.
    bytes7 private constant WORDS = 0x01020303040102;
    bytes7 private constant HALVES = 0x00010100000100;

    address public immutable models;
    bool public paused;
    uint256 public epochNumber = 1;
    mapping(uint256 => uint256[6]) private _counters;
    mapping(address => uint256) private _marks; // the epoch in which a payer last paid each market

    constructor(address models_) {
        models = models_;
    }

    function counter(uint256 market, uint256 index) external view returns (uint256) {
        return _counters[market][index];
    }

    function mark(address payer) external view returns (uint256) {
        return _marks[payer];
    }

    function notePayment(address payer, uint256 uses, LegAmount[] calldata legs) external {
        if (msg.sender != models) revert Unauthorized(msg.sender);
        if (paused) revert Paused();
        uint256[6] memory changes;
        uint256 total = 0;
        for (uint256 i = 0; i < legs.length; i++) {
            uint256 amount = legs[i].amount;
            uint256 leg = uint256(legs[i].leg);
            if (amount >> 128 != 0) revert CounterFull();
            changes[uint8(WORDS[leg])] += amount << (uint256(uint8(HALVES[leg])) << 7);
            total += amount;
        }
        if (total == 0) return;
        changes[0] = 1 + (uses << 64) + _mark(payer);
        uint256[6] storage counters = _counters[MODELS];
        counters[0] = _sum(counters[0], changes[0], 64);
        for (uint256 i = 1; i < 5; i++) {
            if (changes[i] != 0) counters[i] = _sum(counters[i], changes[i], 128);
        }
    }

    /// @dev Note in which epoch a payer paid; returns whose payers of this market it is one more of.
    function _mark(address payer) private returns (uint256 fresh) {
        uint256 before = _marks[payer];
        uint256 number = epochNumber;
        uint256 last = uint32(before);
        uint256 found = before;
        if (last != number) {
            found += number - last;
            uint256 first = _counters[ALL][0];
            _counters[ALL][0] = _sum(first, ACTIVE_PAYERS + (last == 0 ? PAYERS : 0), 64);
        }
        last = uint32(before >> (LANE_BITS * MODELS));
        if (last != number) {
            found += (number - last) << (LANE_BITS * MODELS);
            fresh = ACTIVE_PAYERS + (last == 0 ? PAYERS : 0);
        }
        if (found != before) _marks[payer] = found;
    }

    /// @dev Add numbers that stand side by side; none may grow into the next.
    function _sum(uint256 word, uint256 change, uint256 bits) private pure returns (uint256) {
        uint256 most = (1 << bits) - 1;
        for (uint256 shift = 0; shift < 256; shift += bits) {
            if (((word >> shift) & most) + ((change >> shift) & most) > most) revert CounterFull();
        }
        unchecked {
            return word + change;
        }
    }
}
