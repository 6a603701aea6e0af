// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/beacon/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant BEACON_ADDRESS = 0x0000000000000000000000000000000000000809;

/// @dev The module, ready to be called.
IBeacon constant BEACON = IBeacon(BEACON_ADDRESS);

/// @notice What every proposer owes to the block's randomness.
interface IBeacon {
    /// @dev What it costs to keep a link back.
    struct BeaconParams {
        uint16 missedLinkBps;
        uint256 missedLinksMax;
        uint256 windowBlocks;
        uint64 jailS;
        uint256 graceProposals;
    }

    /// @dev A validator's chain, and the one that follows it; zeros where there is none.
    struct CommitmentInfo {
        bytes32 expected;
        uint256 number;
        uint256 used;
        bytes32 pendingTip;
        uint64 actsFrom;
    }

    /// @dev How a validator kept its promise: links it missed, and blocks it had no chain for.
    struct Misses {
        uint256 total;
        uint64 windowStart;
        uint256 inWindow;
        uint256 withoutChain;
    }

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

    /// @notice A validator named its next chain, which acts from a height on.
    event ChainCommitted(address indexed validator, uint256 number, bytes32 tip, uint64 actsFrom);

    /// @notice A validator missed too many links in its window.
    event JailedForMissedLinks(address indexed validator, uint64 untilS);

    /// @notice A validator proposed a block and kept its link back, or has no chain though it had
    /// time.
    event LinkMissed(address indexed validator, uint256 inWindow, uint16 fractionBps);

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
    function params() external view returns (BeaconParams memory);

    /// @notice Return a validator's chain and the one that follows it; zeros where there is none.
    function commitment(address validator) external view returns (CommitmentInfo memory);

    /// @notice Return how many links a validator's chain has left; 0 where it owes none.
    function linksLeft(address validator) external view returns (uint256);

    /// @notice Return how many links a validator missed, in all and in its window.
    function misses(address validator) external view returns (Misses memory);
}
