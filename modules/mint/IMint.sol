// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/mint/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant MINT_ADDRESS = 0x0000000000000000000000000000000000000808;

/// @dev The module, ready to be called.
IMint constant MINT = IMint(MINT_ADDRESS);

/// @notice How many coins there are, and why.
interface IMint {
    /// @notice Coins must be sent along to be burned.
    error NothingToBurn();

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

    /// @notice Somebody destroyed coins of their own.
    event Burned(address indexed account, uint256 amountWei);

    /// @notice Coins moved on a module's word: the one event of every `move`.
    event CoinsMoved(address source, address target, uint256 amountWei, string reason);

    /// @notice An invariant of the module failed; its calls are refused until governance resumes
    /// it.
    event ModulePaused(string invariant);

    /// @notice Governance resumed the module.
    event ModuleResumed();

    /// @notice A deadline's handling was refused and undone; the deadline is spent.
    event TimerFailed(uint256 kind, uint256 key, string reason);

    /// @notice Destroy the coins sent, for good.
    function burnCoins() external payable;

    /// @notice Return all coins there are at the end of the last block, in wei.
    function supply() external view returns (uint256);

    /// @notice Return the coins the chain began with, in wei.
    function genesisSupply() external view returns (uint256);

    /// @notice Return the coins created since genesis, in wei.
    function minted() external view returns (uint256);

    /// @notice Return the coins destroyed since genesis, in wei.
    function burned() external view returns (uint256);
}
