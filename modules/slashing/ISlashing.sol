// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/slashing/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant SLASHING_ADDRESS = 0x0000000000000000000000000000000000000806;

/// @dev The module, ready to be called.
ISlashing constant SLASHING = ISlashing(SLASHING_ADDRESS);

/// @notice What a validator loses, and when it may come back.
interface ISlashing {
    /// @dev What a validator was proven to have done.
    enum Fault {
        UNSPECIFIED,
        DUPLICATE_VOTE,
        DUPLICATE_PROPOSAL,
        AMNESIA,
        LIGHT_CLIENT_ATTACK
    }

    /// @dev Why proof of a fault changed nothing.
    enum Reason {
        STRANGER,
        NOT_PAST,
        TOMBSTONED
    }

    /// @dev How much of the time a validator must be there, and what a fault costs.
    struct SlashingParams {
        uint256 windowBlocks;
        uint16 signedBpsMin;
        uint64 jailS;
        uint16 downtimeBps;
        uint16 doubleSignBps;
        uint16 doubleProposalBps;
    }

    /// @dev How a validator keeps its duty.
    ///
    /// Counted from `start_height` on, over `window_blocks`; begins anew when the validator joins
    /// the set, is freed, or the window changes.
    struct SigningInfo {
        uint64 memberSince;
        uint64 startHeight;
        uint256 windowBlocks;
        uint256 missedBlocks;
        uint64 jailedUntilS;
        bool isTombstoned;
    }

    /// @notice The jail time of this validator is not over before this time.
    error StillJailed(uint64 untilS);

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

    /// @notice A validator did not sign the block before this one.
    event BlockMissed(address indexed validator, uint256 missedBlocks);

    /// @notice Proof of a fault changed nothing.
    event FaultIgnored(address indexed consensusAddress, Fault fault, uint64 height, Reason reason);

    /// @notice Staking is paused; the fault is punished when it goes on.
    event FaultPostponed(address indexed consensusAddress, Fault fault, uint64 height);

    /// @notice A validator broke consensus: slashed, and shut out for good.
    event FaultPunished(
        address indexed validator,
        address indexed consensusAddress,
        Fault fault,
        uint64 height,
        uint16 fractionBps
    );

    /// @notice A validator missed too many blocks of its window.
    event JailedForDowntime(address indexed validator, uint256 missedBlocks, uint64 untilS);

    /// @notice A validator may compete for the set again.
    event Unjailed(address indexed validator);

    /// @notice Coins moved on a module's word: the one event of every `move`.
    event CoinsMoved(address source, address target, uint256 amountWei, string reason);

    /// @notice An invariant of the module failed; its calls are refused until governance resumes
    /// it.
    event ModulePaused(string invariant);

    /// @notice Governance resumed the module.
    event ModuleResumed();

    /// @notice A deadline's handling was refused and undone; the deadline is spent.
    event TimerFailed(uint256 kind, uint256 key, string reason);

    /// @notice Let the calling validator compete again.
    ///
    /// Refused before its time is over, while its own stake is below the bond, and for good after a
    /// fault against consensus.
    function unjail() external;

    /// @notice Return the governed parameters.
    function params() external view returns (SlashingParams memory);

    /// @notice Return how a validator keeps its duty; zeros for who never had one.
    function signingInfo(address validator) external view returns (SigningInfo memory);

    /// @notice Return the time from which a jailed validator may ask to be freed; 0 if never
    /// jailed.
    function jailedUntil(address validator) external view returns (uint64);

    /// @notice Return whether a validator was shut out for good.
    function isTombstoned(address validator) external view returns (bool);

    /// @notice Return how many blocks of a window a validator may miss.
    function missedBlocksMax() external view returns (uint256);
}
