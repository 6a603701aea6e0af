// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/analytics/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant ANALYTICS_ADDRESS = 0x0000000000000000000000000000000000000a06;

/// @dev The module, ready to be called.
IAnalytics constant ANALYTICS = IAnalytics(ANALYTICS_ADDRESS);

/// @notice How much the network is used, by whom it is paid, and who gets what.
interface IAnalytics {
    /// @dev Who tells of payments. Numbers are for good: they are in storage.
    ///
    /// A payer's mark has a lane of 32 bits for each, so there may be seven besides ALL.
    enum Market {
        ALL,
        COMPUTE,
        DEVICES,
        VERIFICATION,
        MODELS,
        DATA
    }

    /// @dev Whom a part of a payment is for.
    enum Leg {
        SUPPLIER,
        INFRASTRUCTURE,
        REFERRER,
        CONTRIBUTOR,
        VERIFIER,
        TREASURY,
        BURNED
    }

    /// @dev How long an epoch is.
    struct AnalyticsParams {
        uint64 epochBlocks;
    }

    /// @dev What is kept of an epoch besides its tallies; the supply is that of the block before
    /// it.
    struct Epoch {
        uint64 beganAt;
        uint64 endedAt;
        uint64 beganS;
        uint64 endedS;
        uint256 mintedWei;
        uint256 burnedWei;
        uint256 supplyWei;
        uint256 slotsBusy;
        uint256 slotsDeclared;
        uint256 devicesReady;
        uint256 devicesBonded;
    }

    /// @dev What a market did, in an epoch or ever.
    ///
    /// `payers` are those who paid for the first time, `active_payers` those who paid in the epoch
    /// (in the running one, where the tally is of all time). The legs in wei sum to what was
    /// charged.
    struct Tally {
        uint256 payments;
        uint256 uses;
        uint256 payers;
        uint256 activePayers;
        uint256 supplierWei;
        uint256 treasuryWei;
        uint256 burnedWei;
        uint256 infrastructureWei;
        uint256 contributorWei;
        uint256 referrerWei;
        uint256 verifierWei;
        uint256 refundedWei;
        uint256 refunds;
        uint256 disputes;
        uint256 disputesLost;
        uint256 disputesWon;
    }

    /// @dev An epoch of the whole network.
    struct EpochView {
        uint256 number;
        Epoch epoch;
        Tally tally;
    }

    /// @dev How much was disputed, and how much of that rightly, in bps; zero of nothing is zero.
    struct Rates {
        uint256 disputedBps;
        uint256 lostBps;
        uint256 refundedBps;
    }

    /// @dev How much of what is offered was in use when an epoch ended, in bps.
    struct Utilisation {
        uint256 computeBps;
        uint256 devicesBps;
    }

    /// @notice A counter would not fit its bits; what was to be counted is not.
    error CounterFull(string counter);

    /// @notice The epoch is not over and kept: the oldest and the newest that are.
    error EpochUnknown(uint256 number, uint256 oldest, uint256 newest);

    /// @notice This module is paused: one of its invariants failed.
    error Paused();

    /// @notice This call takes no coins.
    error NotPayable(uint256 valueWei);

    /// @notice The account has fewer coins than the move needs.
    error InsufficientCoins(uint256 neededWei, uint256 foundWei);

    /// @notice Only another module may make this call.
    error Unauthorized(address sender);

    /// @notice A module is called at its own address only, not by delegatecall or callcode.
    error DelegatecallRefused();

    /// @notice This module waits for a contract that it called; until then it only answers views.
    error Reentered();

    /// @notice No contract can be placed here: the account has code, a nonce or storage.
    error AddressTaken(address account);

    /// @notice An epoch ended: what the network was paid in it, and what became of the supply.
    event EpochClosed(
        uint256 indexed number,
        uint256 payments,
        uint256 activePayers,
        uint256 chargedWei,
        uint256 mintedWei,
        uint256 burnedWei
    );

    /// @notice Coins moved on a module's word: the one event of every `move`.
    event CoinsMoved(address source, address target, uint256 amountWei, string reason);

    /// @notice An invariant of the module failed; its calls are refused until governance resumes
    /// it.
    event ModulePaused(string invariant);

    /// @notice Governance resumed the module.
    event ModuleResumed();

    /// @notice A deadline's handling was refused and undone; the deadline is spent.
    event TimerFailed(uint256 kind, uint256 key, string reason);

    /// @notice Return the governed parameters.
    function params() external view returns (AnalyticsParams memory);

    /// @notice Return the running epoch so far.
    function currentEpoch() external view returns (EpochView memory);

    /// @notice Return an epoch of the whole network; the newest 400 that are over are kept.
    function epoch(uint256 number) external view returns (EpochView memory);

    /// @notice Return closed epochs from a number on, oldest first, at most PAGE_MAX.
    function history(uint256 first, uint256 limit) external view returns (EpochView[] memory);

    /// @notice Return what all markets did so far; who paid in two markets is one payer.
    function totals() external view returns (Tally memory);

    /// @notice Return what one market, or ALL of them, did so far.
    function marketTotals(Market market) external view returns (Tally memory);

    /// @notice Return what one market, or ALL of them, did in an epoch.
    function marketEpoch(Market market, uint256 number) external view returns (Tally memory);

    /// @notice Return how many accounts paid a market, or ALL of them, in an epoch.
    function activePayers(Market market, uint256 number) external view returns (uint256);

    /// @notice Return what one leg of a market's payments, or of ALL, got so far, in wei.
    function revenue(Market market, Leg leg) external view returns (uint256);

    /// @notice Return what payers of a market, or of ALL, were charged so far, in wei.
    function charged(Market market) external view returns (uint256);

    /// @notice Return how much of a market, or of ALL, is disputed, lost and refunded, in bps.
    function rates(Market market) external view returns (Rates memory);

    /// @notice Return how much of compute and devices was in use when an epoch ended, in bps.
    function utilisation(uint256 number) external view returns (Utilisation memory);
}
