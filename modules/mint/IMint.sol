// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/mint/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant MINT_ADDRESS = 0x0000000000000000000000000000000000000808;

/// @dev The module, ready to be called.
IMint constant MINT = IMint(MINT_ADDRESS);

/// @notice How many coins there are, and why.
interface IMint {
    /// @dev How many coins may be issued, how fast, and what share of them should be at stake.
    struct MintParams {
        uint16 inflationBpsMin;
        uint16 inflationBpsMax;
        uint16 inflationChangeBps;
        uint16 goalBondedBps;
        uint16 supplyBpsMax;
        uint16 deviceShareBps;
    }

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

    /// @notice This module waits for a contract that it called; until then it only answers views.
    error Reentered();

    /// @notice No contract can be placed here: the account has code, a nonce or storage.
    error AddressTaken(address account);

    /// @notice Nobody drew what devices might have drawn: it is never created.
    event AllowanceLapsed(uint256 amountWei);

    /// @notice Somebody destroyed coins of their own.
    event Burned(address indexed account, uint256 amountWei);

    /// @notice Coins were created since the last such event, at a rate that is now `rate` * 1e-18 a
    /// year.
    event Issued(uint256 amountWei, uint256 supplyWei, uint256 rate);

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

    /// @notice Return the governed parameters.
    function params() external view returns (MintParams memory);

    /// @notice Return all coins there are at the end of the last block, in wei.
    function supply() external view returns (uint256);

    /// @notice Return the coins the chain began with, in wei.
    function genesisSupply() external view returns (uint256);

    /// @notice Return the coins created since genesis, in wei.
    function minted() external view returns (uint256);

    /// @notice Return the coins destroyed since genesis, in wei.
    function burned() external view returns (uint256);

    /// @notice Return the most coins there may be by issuance, in wei.
    function supplyCap() external view returns (uint256);

    /// @notice Return what is issued in a year at the rate of now, in 10**-18 of the supply.
    function inflationRate() external view returns (uint256);

    /// @notice Return what would be issued in a year at the rate of now were there no cap, in wei.
    function annualProvisions() external view returns (uint256);

    /// @notice Return the share of the supply that is at stake, in 10**-18.
    function bondedRatio() external view returns (uint256);

    /// @notice Return what devices may draw, in wei; it is no coin yet.
    function allowance() external view returns (uint256);
}
