// SPDX-License-Identifier: Apache-2.0
// Rendered from modules/verification/module.py by `python -m cli.render`; not to be edited.
pragma solidity ^0.8.20;

/// @dev Where the module lives on every chain.
address constant VERIFICATION_ADDRESS = 0x0000000000000000000000000000000000000a01;

/// @dev The module, ready to be called.
IVerification constant VERIFICATION = IVerification(VERIFICATION_ADDRESS);

/// @notice One engine for every way to prove a result, and one ledger for every bond.
interface IVerification {
    /// @dev What a bonded member is drawn for.
    enum Role {
        REPLICA,
        AUDITOR,
        ATTESTOR,
        JUROR
    }

    /// @dev How a result is proven; a dispute may only go up.
    enum Level {
        NONE,
        REQUESTER,
        REDUNDANCY,
        AUDIT,
        ATTESTED,
        BISECTION,
        JURY
    }

    /// @dev What a challenger wants of the outcome.
    enum Side {
        NONE,
        AGAINST_WORKER,
        FOR_WORKER
    }

    /// @dev What a claim is about.
    enum Kind {
        RESULT,
        ACCUSATION
    }

    /// @dev Where a claim stands.
    enum ClaimState {
        NOTHING,
        COMMITTED,
        REVEALED,
        CHALLENGED,
        EVIDENCE,
        DRAWING,
        VOTING,
        OPENING,
        BISECTING,
        RULED,
        EXECUTED
    }

    /// @dev What a vote or a round says.
    enum Choice {
        NONE,
        AGAINST,
        SPLIT,
        WORKER
    }

    /// @dev Whose move it is in a bisection.
    enum GameState {
        NOTHING,
        SPLITTING,
        CHOOSING,
        STEPPING,
        OVER
    }

    /// @dev Where a member's registration stands.
    enum MemberState {
        NOTHING,
        ACTIVE,
        SUSPENDED,
        LEAVING
    }

    /// @dev Where a bond may go; every wei of every bond ends in exactly one of these.
    enum BondEnd {
        RETURNED,
        WINNER,
        JURORS,
        AUDITORS,
        TREASURY,
        BURNT
    }

    /// @dev All of the machine between two steps; code and memory by their roots.
    struct MachineState {
        bytes32 code;
        bytes32 memory_;
        uint256 counter;
        bool isHalted;
        uint256[] registers;
    }

    /// @dev What one step reads: the state, the instruction, one word of memory, each proven.
    struct Witness {
        MachineState state;
        uint256 instruction;
        bytes32[] codeProof;
        uint256 word;
        bytes32[] memoryProof;
    }

    /// @dev Windows, bonds, fees and rates; a claim keeps those it was opened with.
    struct VerificationParams {
        uint256 drawBlocks;
        uint256 revealBlocks;
        uint256 challengeBlocks;
        uint256 respondBlocks;
        uint256 evidenceBlocks;
        uint256 voteBlocks;
        uint256 openBlocks;
        uint256 clockBlocks;
        uint16 bondBps;
        uint256 bondWeiMin;
        uint16 appealBondBps;
        uint256 seatFeeWei;
        uint16 replicaBps;
        uint256 auditors;
        uint256 attestors;
        uint256 jurors;
        uint256 appealsMax;
        uint16 auditBpsMin;
        uint16 auditBpsMax;
        uint16 penaltyBps;
        uint16 canaryPenaltyBps;
        uint16 canaryShareBps;
        uint16 jackpotBps;
        uint16 winnerBps;
        uint16 votersBps;
        uint16 burnBps;
        uint256 openCasesMax;
        uint256 memberBondWeiMin;
        uint256 seatStakeWei;
        uint256 unbondingBlocks;
        uint256 retryBlocks;
        uint256 memberPolicy;
    }

    /// @dev What a result must stand up to; fixed with the order, part of the claim.
    ///
    /// `copies` counts the workers of REDUNDANCY, the first one included (0 at other levels).
    /// `profile` names the determinism profile: model, tokenizer, kernels and the metric of
    /// distance, as a hash of its text. `tolerance` is the largest distance between two results
    /// that still counts as equal, in the metric's units. `program` is the hash of the integer
    /// machine's first state for BISECTION, which binds the code and the input; zero for none.
    /// `canary` is the seal of a result that the payer knows to be wrong (`canary_seal`); anything
    /// else means nothing, so nobody can tell a canary from work.
    struct ClaimTerms {
        Level level;
        uint256 copies;
        bytes32 profile;
        uint256 tolerance;
        bytes32 program;
        bytes32 canary;
    }

    /// @dev What a claim is about; never changes once it is opened.
    struct Claim {
        Kind kind;
        address asker;
        uint256 subject;
        address worker;
        address payer;
        bytes32 seal;
        ClaimTerms terms;
        uint256 valueWei;
        uint256 rules;
        uint64 opened;
    }

    /// @dev How far a claim is.
    ///
    /// `level` is that of the last decision, NONE before the first. `deadline` counts in the
    /// module's own blocks, those in which it was not paused.
    struct Progress {
        ClaimState state;
        uint64 deadline;
        uint16 outcomeBps;
        Level level;
        bool isDecided;
        bool isRevealed;
        bool isCanary;
        bool isDisputed;
        uint16 judgedBps;
        uint16 rateBps;
        uint256 rounds;
        uint256 executed;
        uint256 attempts;
        uint256 feeWei;
        uint256 paidWei;
        uint256 earlier;
        uint256 pausedBlocks;
        uint256 steps;
        bytes32 digest;
        bytes32 traceEnd;
    }

    /// @dev One entry of a claim's timeline.
    struct Moment {
        uint64 height;
        ClaimState state;
        uint16 outcomeBps;
    }

    /// @dev One try to decide a claim: by voters, by a game, or by opening a canary.
    struct Round {
        Level level;
        uint256 size;
        address challenger;
        Side side;
        uint16 beforeBps;
        uint256 bondWei;
        uint256 respondentWei;
        uint256 feeWei;
        uint256 sealed_;
        uint256 opened;
        uint256 against;
        uint256 split;
        uint256 worker;
        Choice choice;
        bytes32 digest;
        bool isRedraw;
        bool isStalled;
        bool isCanary;
    }

    /// @dev One drawn voter of a round.
    struct Seat {
        address voter;
        bool isOpened;
        Choice choice;
        uint256 stakeWei;
        bytes32 seal;
        uint256 value;
    }

    /// @dev A bisection: both agree on the state after `low` steps and differ after `high`.
    struct Game {
        GameState state;
        uint256 low;
        uint256 high;
        bytes32 lowHash;
        bytes32 highHash;
        bytes32 middleHash;
        uint256 workerLeft;
        uint256 challengerLeft;
        uint64 turnBegan;
    }

    /// @dev The hash of something that a party wants the jury to see.
    struct Evidence {
        address author;
        bytes32 digest;
        uint64 height;
    }

    /// @dev What is left of the waits of a claim, in blocks.
    struct Clocks {
        uint256 deadlineBlocks;
        uint256 workerBlocks;
        uint256 challengerBlocks;
    }

    /// @dev A seat that waits to be settled, and what it asks for.
    struct Duty {
        uint256 claim;
        uint256 round;
        ClaimState state;
        uint64 deadline;
        bool isSealed;
        bool isOpened;
    }

    /// @dev A bonded member in one role.
    struct Member {
        MemberState state;
        uint256 bondWei;
        uint64 leaves;
        uint256 duties;
    }

    /// @dev How a member did its duty.
    struct MemberStats {
        uint256 seats;
        uint256 coherent;
        uint256 incoherent;
        uint256 missed;
        uint256 lostWei;
        uint256 earnedWei;
    }

    /// @dev How a worker's results fared, each counted once, when it is final.
    struct WorkerStats {
        uint256 claims;
        uint256 proven;
        uint256 failed;
        uint256 streak;
    }

    /// @dev What the module's coins are.
    struct Totals {
        uint256 freeWei;
        uint256 bondsWei;
        uint256 membersWei;
        uint256 feesWei;
        uint256 canaryWei;
    }

    /// @notice The policy does not admit the account; `reasons` are the bits of what stands in the
    /// way.
    error Denied(uint256 policy, address account, uint256 reasons);

    /// @notice The call is for others: whoever has one of these roles.
    error RoleForbids(string call, string roles);

    /// @notice What is in this state does not take the call.
    error StateForbids(string machine, string state, string call);

    /// @notice These terms cannot be verified.
    error TermsInvalid(string reason);

    /// @notice Fewer members are registered than this level draws.
    error TooFewMembers(Role role, uint256 needed, uint256 found);

    /// @notice The fee must be moved to the verifier before a claim is opened.
    error FeeMissing(uint256 neededWei, uint256 foundWei);

    /// @notice What is shown does not open the seal.
    error SealWrong(bytes32 expected, bytes32 found);

    /// @notice The trace's end cannot stand.
    error TraceWrong(string reason);

    /// @notice A result that is bisected must be shown with its trace first, by reveal_trace.
    error TraceMissing(uint256 claim);

    /// @notice The worker must show its result before it answers.
    error NotRevealed(uint256 claim);

    /// @notice A dispute goes up only, and not to a level that this claim has no terms for.
    error LevelTooLow(uint256 claim, Level decided, Level found);

    /// @notice Nobody can win more than there is, or object to what is theirs.
    error SideInvalid(Side side);

    /// @notice This claim was tried as often as it may be at this level.
    error TooManyRounds(uint256 claim, Level level);

    /// @notice This account has as many open cases as it may.
    error TooManyCases(uint256 maximum);

    /// @notice The deposit does not cover it.
    error DepositTooSmall(uint256 neededWei, uint256 foundWei);

    /// @notice An amount above zero is needed.
    error NothingSent();

    /// @notice A claim builds once, on an earlier claim of the same asker, worker and payer.
    error LinkInvalid(uint256 claim, uint256 earlier);

    /// @notice A party may bring so many hashes.
    error TooMuchEvidence(uint256 maximum);

    /// @notice This seat has its seal.
    error AlreadySealed(uint256 claim);

    /// @notice This seat sealed nothing that could be opened, or opened it already.
    error NotSealed(uint256 claim);

    /// @notice A juror gives the worker 0, 5,000 or 10,000 bps.
    error VoteInvalid(uint256 value);

    /// @notice Only an audited result can be opened as a canary, once.
    error CanaryInvalid(uint256 claim);

    /// @notice A member's bond must be at least this much.
    error BondTooSmall(uint256 neededWei, uint256 foundWei);

    /// @notice What is shown is not the state before the step.
    error StepWrong(bytes32 expected, bytes32 found);

    /// @notice An asker named a forfeit that it did not move.
    error ForfeitMissing(uint256 namedWei, uint256 foundWei);

    /// @notice No claim has this number.
    error UnknownClaim(uint256 claim);

    /// @notice The worker has shown its result.
    error AlreadyRevealed(uint256 claim);

    /// @notice A step's witness does not fit the state that it is about.
    error WitnessWrong(string reason);

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

    /// @notice A result, or an accusation, stands to judgement.
    event ClaimOpened(
        uint256 indexed claim,
        address indexed asker,
        address indexed worker,
        uint256 subject,
        Level level,
        uint256 valueWei
    );

    /// @notice A claim went on; `cause` names the call or the deadline's default.
    event ClaimMoved(
        uint256 indexed claim,
        ClaimState state,
        uint16 outcomeBps,
        uint64 deadline,
        string cause
    );

    /// @notice A worker showed the digest that it had sealed.
    event Revealed(uint256 indexed claim, address indexed worker, bytes32 digest);

    /// @notice A claim builds on an earlier one and falls with it.
    event Linked(uint256 indexed claim, uint256 indexed earlier);

    /// @notice A claim fell with the one it builds on.
    event Voided(uint256 indexed claim, uint256 indexed earlier);

    /// @notice Somebody objects to an outcome, with a bond.
    event Challenged(
        uint256 indexed claim,
        address indexed challenger,
        Level level,
        Side side,
        uint256 bondWei
    );

    /// @notice The worker stands by its result, with as large a bond.
    event Responded(uint256 indexed claim, address indexed worker, uint256 bondWei);

    /// @notice A party brought evidence.
    event EvidenceAdded(uint256 indexed claim, address indexed author, bytes32 digest);

    /// @notice The beacon decided whether a result is audited.
    event Sampled(uint256 indexed claim, bool isAudited, uint16 rateBps);

    /// @notice The beacon gave somebody a seat.
    event Drawn(uint256 indexed claim, address indexed voter, uint256 round);

    /// @notice A voter committed to what it found.
    event VoteSealed(uint256 indexed claim, address indexed voter, uint256 round);

    /// @notice A voter showed what it found: a distance, a digest, or bps.
    event VoteOpened(uint256 indexed claim, address indexed voter, uint256 round, uint256 value);

    /// @notice A round is over; NONE where nobody could decide.
    event RoundDecided(uint256 indexed claim, uint256 round, Level level, Choice choice);

    /// @notice A payer showed that it knew a result to be wrong before it was delivered.
    event CanaryOpened(uint256 indexed claim, address indexed payer, bool wasCaught);

    /// @notice An auditor caught a canary.
    event JackpotPaid(uint256 indexed claim, address indexed auditor, uint256 amountWei);

    /// @notice A worker named its state in the middle.
    event MiddlePosted(uint256 indexed claim, uint256 step, bytes32 stateHash);

    /// @notice A challenger said in which half the fault is.
    event HalfChosen(uint256 indexed claim, uint256 low, uint256 high);

    /// @notice The chain executed the step that two sides disagreed on.
    event StepExecuted(uint256 indexed claim, uint256 step, bytes32 claimed, bytes32 found);

    /// @notice A claim is final.
    event ClaimRuled(uint256 indexed claim, uint16 outcomeBps);

    /// @notice The asker could not hear the ruling; anybody may execute it again.
    event AskerFailed(uint256 indexed claim, string reason);

    /// @notice A part of a bond found its end.
    event BondMoved(
        uint256 indexed claim,
        address indexed source,
        address indexed target,
        uint256 amountWei,
        BondEnd end
    );

    /// @notice A voter was paid, or paid, for one seat.
    event SeatSettled(
        uint256 indexed claim,
        address indexed voter,
        uint256 round,
        uint256 earnedWei,
        uint256 lostWei
    );

    /// @notice Coins were put down for bonds and fees to come.
    event Deposited(address indexed account, uint256 amountWei);

    /// @notice Coins that no bond holds went back.
    event Withdrawn(address indexed account, uint256 amountWei);

    /// @notice A member's registration changed.
    event MemberMoved(address indexed account, Role role, MemberState state, uint256 bondWei);

    /// @notice Coins moved on a module's word: the one event of every `move`.
    event CoinsMoved(address source, address target, uint256 amountWei, string reason);

    /// @notice An invariant of the module failed; its calls are refused until governance resumes
    /// it.
    event ModulePaused(string invariant);

    /// @notice Governance resumed the module.
    event ModuleResumed();

    /// @notice A deadline's handling was refused and undone; the deadline is spent.
    event TimerFailed(uint256 kind, uint256 key, string reason);

    /// @notice Put the coins sent down for bonds and fees to come.
    function deposit() external payable;

    /// @notice Take coins back that no bond holds.
    function withdraw(uint256 amountWei) external;

    /// @notice Register for draws in a role; the coins sent are the bond, and the weight.
    function join(Role role) external payable;

    /// @notice Add the coins sent to a bond.
    function topUp(Role role) external payable;

    /// @notice Be drawn no more; the bond comes back by itself after the unbonding time.
    function resign(Role role) external;

    /// @notice Show the digest that the worker sealed.
    function reveal(uint256 claim, bytes32 digest, bytes32 salt) external;

    /// @notice Show the end of the trace that the worker sealed: `steps` steps, halted.
    function revealTrace(
        uint256 claim,
        uint256 steps,
        MachineState calldata end,
        bytes32 salt
    ) external;

    /// @notice Say for the payer that a result is good: final now, not after the window.
    function accept(uint256 claim) external;

    /// @notice Let a claim fall with an earlier one that it builds on; its worker or asker says so.
    function link(uint256 claim, uint256 earlier) external;

    /// @notice Object to an outcome, at a higher level than it was found at.
    ///
    /// Bond and fee (`challenge_price`) are taken from the deposit; the coins sent add to it.
    function challenge(uint256 claim, Level level, Side side, bytes32 evidence) external payable;

    /// @notice Stand by a challenged result with a bond as large; the coins sent add to the
    /// deposit.
    function respond(uint256 claim) external payable;

    /// @notice Bring the hash of something that the jury shall see.
    function addEvidence(uint256 claim, bytes32 digest) external;

    /// @notice Commit to a vote; `chain.kit.verdicts.vote_seal` makes the seal.
    function sealVote(uint256 claim, bytes32 seal) external;

    /// @notice Open a vote.
    ///
    /// An auditor's value is the distance it measured, an attestor's 0 for a good quote, a replica
    /// worker's the digest as a number, a juror's the bps that are the worker's.
    function openVote(uint256 claim, uint256 value, bytes32 salt) external;

    /// @notice Show, as its payer, that a result was known to be wrong before it was delivered.
    ///
    /// Where the audit passed it, that needs a challenge's bond from the deposit.
    function openCanary(uint256 claim, bytes32 salt) external payable;

    /// @notice Name the worker's state half-way between the two that are disputed.
    function postMiddle(uint256 claim, bytes32 stateHash) external;

    /// @notice Say for the challenger whether the state half-way is right.
    function chooseHalf(uint256 claim, bool agreesToMiddle) external;

    /// @notice Let the chain execute the one step that is left.
    function proveStep(uint256 claim, Witness calldata witness) external;

    /// @notice Settle the next round of a final claim, or tell the asker; anybody may, any time.
    function execute(uint256 claim) external;

    /// @notice Return the governed parameters.
    function params() external view returns (VerificationParams memory);

    /// @notice Return what a claim on these terms costs up front, in wei; refused where they are
    /// bad.
    function feeWei(ClaimTerms calldata terms, uint256 valueWei) external view returns (uint256);

    /// @notice Return how many claims were opened.
    function claimCount() external view returns (uint256);

    /// @notice Return what a claim is about; refused if unknown.
    function claim(uint256 claim) external view returns (Claim memory);

    /// @notice Return how far a claim is; refused if unknown.
    function standing(uint256 claim) external view returns (Progress memory);

    /// @notice Return a claim's moves, oldest first, at most PAGE_MAX.
    function timeline(
        uint256 claim,
        uint256 offset,
        uint256 limit
    ) external view returns (Moment[] memory);

    /// @notice Return the rounds of a claim, at most ROUNDS_MAX.
    function roundsOf(uint256 claim) external view returns (Round[] memory);

    /// @notice Return the seats of one round, at most SEATS_MAX.
    function seatsOf(uint256 claim, uint256 roundIndex) external view returns (Seat[] memory);

    /// @notice Return the last bisection about a claim.
    function game(uint256 claim) external view returns (Game memory);

    /// @notice Return the evidence of a claim, oldest first, at most PAGE_MAX.
    function evidence(
        uint256 claim,
        uint256 offset,
        uint256 limit
    ) external view returns (Evidence[] memory);

    /// @notice Return the bond and the fee of the next challenge at a level together, in wei.
    function challengePrice(uint256 claim, Level level) external view returns (uint256);

    /// @notice Return how many blocks are left of a claim's deadline and of each side's clock.
    function clocks(uint256 claim) external view returns (Clocks memory);

    /// @notice Return the seats of an account that are not settled, at most PAGE_MAX.
    function dutiesOf(
        address account,
        uint256 offset,
        uint256 limit
    ) external view returns (Duty[] memory);

    /// @notice Return an account's registration in a role.
    function member(Role role, address account) external view returns (Member memory);

    /// @notice Return how an account did its duty in a role.
    function memberStatsOf(Role role, address account) external view returns (MemberStats memory);

    /// @notice Return how a worker's results fared.
    function workerStatsOf(address account) external view returns (WorkerStats memory);

    /// @notice Return the chance that a worker's next result is audited, in bps.
    function auditRate(address account) external view returns (uint16);

    /// @notice Return the share of a worker's final results that failed, in bps.
    function overturnRate(address account) external view returns (uint16);

    /// @notice Return the bonds of all that can be drawn in a role, in wei.
    function memberWeight(Role role) external view returns (uint256);

    /// @notice Return what an account has deposited and no bond holds, in wei.
    function free(address account) external view returns (uint256);

    /// @notice Return what the module's coins are.
    function holdings() external view returns (Totals memory);
}
