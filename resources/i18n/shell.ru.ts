<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
  <context>
    <name>Actions</name>
    <message>
      <source>Cases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everywhere</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to cases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to export</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hide these words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is a date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is a number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is a person</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is a place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is an organisation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is something else</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep these words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Larger text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lock</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lock at once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New interview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next section</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No answer: next reason</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Normal text size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the chosen case's interview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pause: save and lock</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous mark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Previous section</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search everything</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show all shortcuts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smaller text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop the interview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The selected words are a date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The selected words are a number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The selected words are a person</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The selected words are a place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The selected words are an organisation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The selected words are something else</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo the last decision</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>App</name>
    <message>
      <source>Preparing the made-up cases.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>CaseList</name>
    <message>
      <source>Needs review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>needs review</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Cases</name>
    <message numerus="yes">
      <source>%n bundle(s) hold this record. Ask the recipients to delete: {ids}</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>&amp;Finalise</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;New interview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Open interview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Reopen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Withdraw consent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Any country</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Any group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Any interviewer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Any month</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Any status</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By country</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By day of the interview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By status</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clear</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clear the filters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Consent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Consent ends within 30 days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Consent has not been asked. Nothing of this case may leave.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Country</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Country of the interview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Erase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Erase for good</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Erase {code} for good?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything recorded about it is removed from this vault. It cannot be undone. Backups made before still hold it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Facts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Filter the list</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Given on {day} ({how}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interviewer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last changed first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Month of the interview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Needs review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New interview</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Newest first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No case passes these filters.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No cases yet. An interview is where a case begins.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not yet asked again at the end.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing more of {code} leaves this laptop. The record stays, and you are told which bundles to recall.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Order</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Record that consent was withdrawn?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Record the withdrawal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Records</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Statement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Status</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Targeted group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The person asks that the record be erased</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Withdrawn on {day}. Nothing more may leave.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ChooseVault</name>
    <message>
      <source>&amp;Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to the folder of the vault. Vaults carry this icon: a safe.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open a vault</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restore a backup</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Create</name>
    <message>
      <source>&amp;Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A vault is one encrypted folder. Everything you write is in it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a passphrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create a vault</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create the vault</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Creating the vault. This takes a few seconds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do not photograph it. Keep the paper away from the laptop, with somebody you trust. Without passphrase and key the vault is lost: nobody can open it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If you ever forget the passphrase, only this key opens the vault. Write it on paper now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It opens the vault. Nobody can reset it for you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kept inside the vault: it is seen only after unlocking.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of the vault</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Paper cannot be hacked, and it can be burnt.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recovery key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step {step} of {steps}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Then the vault is created.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not the key. Compare it group by group.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type the recovery key back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type the recovery key from your paper, so that it is sure to be right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write down the recovery key</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Entry</name>
    <message>
      <source>&amp;Copy inside Intake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Select &amp;all</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Errors</name>
    <message>
      <source>Consent has not been given for this. Record consent first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fewer than {k} people would remain in a group. Wait for more cases, or export statistics only.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Form, sheet {sheet}, row {row}, column {column}: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Group {group} of this recovery key looks wrong. Compare its four characters.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Line {line}, {key}: {reason}. Nothing was imported; correct the line and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No selected case has consent for this purpose and recipient group. Ask for consent first, or choose another purpose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is left to release. No file was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opening this vault needs {needed} MiB of free memory. Close other programs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signer unknown: {words}. Compare these words with the sender over another channel, then trust the key or name it with --signer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something went wrong inside the program.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped. Nothing was left half-written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The bundle still holds identifying words in {places}. Review these, then try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full. Free some space; everything saved before is intact.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk or folder is read-only. Choose another place, or allow writing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file is damaged or not what it claims ({part}). Ask the sender for it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file is damaged. Use a backup, or ask for the file again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file {name} of this vault is cut short. Restore a backup; nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file {name} of this vault is empty. Restore a backup; nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The passphrase does not open this file. Check the keyboard layout and caps lock.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The passphrase does not open this vault. Check the keyboard layout and caps lock.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The vault is damaged ({part}). Restore a backup, or run the vault check.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The vault's header is damaged or hostile ({part}). Restore a backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no vault at {path}. Check the path; nothing was created.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This cannot be done now ({reason}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This does not open it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file has format {found}; this program reads up to {known}. Update the program.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file is not encrypted to your key, or its first lines are damaged. Ask the sender to use your public key and to send it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is refused: {reason}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This passphrase is too easy to guess. Use six generated words or a longer one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This recovery key does not open the vault. Check each group of four characters.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This vault is open in another window. Close it there first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This vault was put back to an earlier state ({part}). It can be read; no bundle is written until what happened since is caught up.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} exists already. Choose another name; nothing was overwritten.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{path} is not an Intake vault. Choose another folder; nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{statements} statements still need review ({marks} undecided marks). Decide them on the Review page, or export without statements.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{what}</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FilePanel</name>
    <message>
      <source>Content of the folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Home</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One folder up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Places</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This computer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This folder cannot be read.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>FirstStart</name>
    <message>
      <source>A notebook for accounts of human rights violations. Everything you write stays in an encrypted vault on this laptop. Nothing is sent anywhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A throw-away vault to look around. No real people, no risk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a folder and a passphrase. Takes about five minutes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create a vault</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open a vault</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try it with made-up cases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Welcome to Intake</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You have one on this laptop, on a drive, or as a backup.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Gate</name>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>MessageBar</name>
    <message>
      <source>Close this message</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>NewPassphrase</name>
    <message>
      <source>Almost: one more unusual word would do.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New passphrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Six random words, or a sentence that only you could have made up.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strong: guessing it is out of reach.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suggest six words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The same again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The two passphrases differ.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Too easy: somebody with the laptop and time would find it.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PagedText</name>
    <message>
      <source>Next page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Page {page} of {pages}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This text is very long. It is shown page by page, to read.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>PassphraseEdit</name>
    <message>
      <source>Arabic letters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Caps lock is on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cyrillic letters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Georgian letters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hold to show the letters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Latin letters</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Recover</name>
    <message>
      <source>Not now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set a new passphrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Set the passphrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The recovery key opened the vault and stays valid. Choose a passphrase for every day.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wrapping the key under the new passphrase.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Restore</name>
    <message>
      <source>&amp;Back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Restore</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copying and checking the backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passphrase of the backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restore a backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup is copied to a new folder and opens with the passphrase it was made with. What happened after it was made is not in it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The new vault</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Search</name>
    <message numerus="yes">
      <source>%n hit(s)</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Case code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Consent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing found. Names are found in every script and ending.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Person</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search results</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Statement</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>SearchField</name>
    <message>
      <source>Empty the search field</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message>
      <source>A code, not a name: interviewers are at risk too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A second panic key beside F12</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A second vault, encrypted in the same way, on another drive.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Appearance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As the system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back up here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back up now</source>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>Backed up and checked: %n case(s), {size} MB, in {path}</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Balanced</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Below 5 people are easier to recognise. Have a reason.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Best on a drive that you keep elsewhere. It opens like this vault.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chain of changes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change the passphrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check the vault</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checking every record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Colours</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Commit counter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copies of the vault made before keep the old one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dark</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Database</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Deriving both keys. This takes a few seconds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Deriving the key. This takes a few seconds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is whole.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fewer minutes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fewer people</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Header</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>High contrast</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interviewer's code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Larger text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Light</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lock after minutes without input</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Locking</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking after the vault</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More minutes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More people</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New interviews</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody in a bundle can be told from fewer people than this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Of the window. Interviews have a language of their own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only what people marked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passphrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passphrase and recovery key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passphrase until now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passphrase, to prove that the backup opens</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Press it here. It locks at once, wherever you are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Project</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reads everything once and compares it with its seals.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recovery key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace it when the paper may have been seen.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Replace the recovery key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Searching statements for names</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sharing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smaller text</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smallest group of people</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strict</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Strict suggests more words than needed, and misses fewer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Text size in per cent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The last minute is counted down where you can see it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The new key, typed back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The passphrase is changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The recovery key is replaced. Burn the old paper.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The vault is damaged. Make no changes; restore the newest good backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not the key. Compare it group by group.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This key is used elsewhere. Take a function key, or one with Ctrl or Alt.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where should the backup go?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write the new key on paper, then type it back from there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing and checking the backup.</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>ShortcutSheet</name>
    <message>
      <source>&amp;Close</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shortcuts</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>StatusStrip</name>
    <message numerus="yes">
      <source>%n change(s) not saved yet</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Locks in {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Locks in {time}. Any key or movement keeps it open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Time until the vault locks</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Unlock</name>
    <message>
      <source>&amp;Unlock</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another vault</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Deriving the key. This takes about a second, on purpose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Passphrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recovery key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Restore a backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The vault is closed. Nothing in it can be read without its key.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unlock</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Words</name>
    <message>
      <source>Draft</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finalised</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sealed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Withdrawn</source>
      <translation type="unfinished" />
    </message>
  </context>
  <context>
    <name>Workspace</name>
    <message>
      <source>&amp;Cases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Export</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Lock</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>&amp;Review</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One of the two headers of this vault was damaged and has been healed. Make a backup soon: the disk may be failing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Panic</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Se&amp;ttings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search everything</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search everything ({key})</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
