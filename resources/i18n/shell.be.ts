<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="be" sourcelanguage="en">
  <context>
    <name>Actions</name>
    <message>
      <source>Always hide these words, in the whole vault</source>
      <translation>Заўсёды хаваць гэтыя словы, ва ўсім сховішчы</translation>
    </message>
    <message>
      <source>Cases</source>
      <translation>Выпадкі</translation>
    </message>
    <message>
      <source>Choose another statement from the list</source>
      <translation>Выбраць іншы аповед са спіса</translation>
    </message>
    <message>
      <source>Decide the same words alike in the whole case</source>
      <translation>Вырашыць тое ж для гэтых слоў ва ўсім выпадку</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Паўсюль</translation>
    </message>
    <message>
      <source>Finish the review of this statement</source>
      <translation>Завяршыць прагляд гэтага аповеду</translation>
    </message>
    <message>
      <source>From the text back to the list of marks</source>
      <translation>З тэксту назад да спіса пазнак</translation>
    </message>
    <message>
      <source>Go to cases</source>
      <translation>Перайсці да выпадкаў</translation>
    </message>
    <message>
      <source>Go to export</source>
      <translation>Перайсці да экспарту</translation>
    </message>
    <message>
      <source>Go to protection</source>
      <translation>Перайсці да абароны</translation>
    </message>
    <message>
      <source>Go to review</source>
      <translation>Перайсці да прагляду</translation>
    </message>
    <message>
      <source>Go to settings</source>
      <translation>Перайсці да налад</translation>
    </message>
    <message>
      <source>Go to the team</source>
      <translation>Перайсці да каманды</translation>
    </message>
    <message>
      <source>Hide these words</source>
      <translation>Схаваць гэтыя словы</translation>
    </message>
    <message>
      <source>Hide this person everywhere in the case</source>
      <translation>Схаваць гэтую асобу ўсюды ў выпадку</translation>
    </message>
    <message>
      <source>Interview</source>
      <translation>Гутарка</translation>
    </message>
    <message>
      <source>Into the text: arrows move, Shift selects words</source>
      <translation>У тэкст: стрэлкі вядуць курсор, Shift вылучае словы</translation>
    </message>
    <message>
      <source>It is a date</source>
      <translation>Гэта дата</translation>
    </message>
    <message>
      <source>It is a number</source>
      <translation>Гэта нумар</translation>
    </message>
    <message>
      <source>It is a person</source>
      <translation>Гэта асоба</translation>
    </message>
    <message>
      <source>It is a place</source>
      <translation>Гэта месца</translation>
    </message>
    <message>
      <source>It is an organisation</source>
      <translation>Гэта арганізацыя</translation>
    </message>
    <message>
      <source>It is something else</source>
      <translation>Гэта нешта іншае</translation>
    </message>
    <message>
      <source>Keep these words</source>
      <translation>Пакінуць гэтыя словы</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Большы тэкст</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>Замкнуць</translation>
    </message>
    <message>
      <source>New interview</source>
      <translation>Новая гутарка</translation>
    </message>
    <message>
      <source>Next mark</source>
      <translation>Наступная пазнака</translation>
    </message>
    <message>
      <source>Next section</source>
      <translation>Наступны раздзел</translation>
    </message>
    <message>
      <source>No answer: next reason</source>
      <translation>Няма адказу: наступная прычына</translation>
    </message>
    <message>
      <source>Normal text size</source>
      <translation>Звычайны памер тэксту</translation>
    </message>
    <message>
      <source>Open the chosen case's interview</source>
      <translation>Адкрыць гутарку выбранага выпадку</translation>
    </message>
    <message>
      <source>Panic: lock at once</source>
      <translation>Трывога: замкнуць адразу</translation>
    </message>
    <message>
      <source>Pause: save and lock</source>
      <translation>Паўза: захаваць і замкнуць</translation>
    </message>
    <message>
      <source>Previous mark</source>
      <translation>Папярэдняя пазнака</translation>
    </message>
    <message>
      <source>Previous section</source>
      <translation>Папярэдні раздзел</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Прагляд</translation>
    </message>
    <message>
      <source>Search everything</source>
      <translation>Шукаць усюды</translation>
    </message>
    <message>
      <source>Show all shortcuts</source>
      <translation>Паказаць усе спалучэнні клавіш</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Меншы тэкст</translation>
    </message>
    <message>
      <source>Stop the interview</source>
      <translation>Спыніць гутарку</translation>
    </message>
    <message>
      <source>Store the version for sharing</source>
      <translation>Захаваць версію для перадачы</translation>
    </message>
    <message>
      <source>The selected words are a date</source>
      <translation>Вылучаныя словы — дата</translation>
    </message>
    <message>
      <source>The selected words are a number</source>
      <translation>Вылучаныя словы — нумар</translation>
    </message>
    <message>
      <source>The selected words are a person</source>
      <translation>Вылучаныя словы — асоба</translation>
    </message>
    <message>
      <source>The selected words are a place</source>
      <translation>Вылучаныя словы — месца</translation>
    </message>
    <message>
      <source>The selected words are an organisation</source>
      <translation>Вылучаныя словы — арганізацыя</translation>
    </message>
    <message>
      <source>The selected words are something else</source>
      <translation>Вылучаныя словы — нешта іншае</translation>
    </message>
    <message>
      <source>These words are never a name, in the whole vault</source>
      <translation>Гэтыя словы ніколі не імя, ва ўсім сховішчы</translation>
    </message>
    <message>
      <source>Undo the last decision</source>
      <translation>Скасаваць апошняе рашэнне</translation>
    </message>
    <message>
      <source>Write a version for sharing of a passage</source>
      <translation>Напісаць версію ўрыўка для перадачы</translation>
    </message>
  </context>
  <context>
    <name>App</name>
    <message>
      <source>Made-up cases</source>
      <translation>Прыдуманыя выпадкі</translation>
    </message>
    <message>
      <source>Preparing the made-up cases.</source>
      <translation>Рыхтуем прыдуманыя выпадкі.</translation>
    </message>
  </context>
  <context>
    <name>BundleFacts</name>
    <message>
      <source>Bundle {number}, {month}. At least {k} people look alike.</source>
      <translation>Камплект {number}, {month}. Падобных людзей прынамсі {k}.</translation>
    </message>
    <message>
      <source>Nobody has reviewed the statements. Do not pass them on.</source>
      <translation>Аповедаў ніхто не праглядаў. Нікому іх не перадавайце.</translation>
    </message>
    <message>
      <source>Signed by a key of which you said: the words are right.</source>
      <translation>Падпісана ключом, пра які вы сказалі: словы супадаюць.</translation>
    </message>
    <message>
      <source>Signed by {name}.</source>
      <translation>Падпісаў {name}.</translation>
    </message>
    <message>
      <source>The file is not encrypted: whoever has it can read it.</source>
      <translation>Файл не зашыфраваны: хто яго мае, той можа яго прачытаць.</translation>
    </message>
    <message>
      <source>Whole and unchanged: every file is as it was signed.</source>
      <translation>Цэлы і нязменены: кожны файл такі, якім яго падпісалі.</translation>
    </message>
    <message>
      <source>{words}. Not compared by voice? Then trust nothing of it until you have.</source>
      <translation>{words}. Не звяралі голасам? Тады пакуль не звераце, не давярайце тут нічому.</translation>
    </message>
  </context>
  <context>
    <name>BundlePage</name>
    <message>
      <source>&amp;Close the bundle</source>
      <translation>&amp;Закрыць камплект</translation>
    </message>
    <message>
      <source>&amp;Save the files</source>
      <translation>З&amp;ахаваць файлы</translation>
    </message>
    <message>
      <source>Bundle</source>
      <translation>Камплект</translation>
    </message>
    <message>
      <source>Checking the bundle again and writing its files.</source>
      <translation>Правяраем камплект яшчэ раз і запісваем яго файлы.</translation>
    </message>
    <message>
      <source>Codebook</source>
      <translation>Апісанне слупкоў</translation>
    </message>
    <message>
      <source>Parts of the bundle</source>
      <translation>Часткі камплекта</translation>
    </message>
    <message>
      <source>Read the report first. Closing ends this program and starts it anew, so that nothing of the bundle stays in its memory.</source>
      <translation>Спачатку прачытайце справаздачу. Пры закрыцці праграма заканчваецца і запускаецца нанова, каб у яе памяці нічога з камплекта не засталося.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Справаздача</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Захаваць</translation>
    </message>
    <message>
      <source>The first {count} rows. Save the files to see all.</source>
      <translation>Першыя радкі: {count}. Каб убачыць усе, захавайце файлы.</translation>
    </message>
    <message>
      <source>Where to write the files? They are not encrypted there.</source>
      <translation>Куды запісаць файлы? Там яны не зашыфраваныя.</translation>
    </message>
    <message>
      <source>Written to {folder}. These files are not encrypted; report.html is first.</source>
      <translation>Запісана ў {folder}. Гэтыя файлы не зашыфраваныя; пачніце з report.html.</translation>
    </message>
  </context>
  <context>
    <name>CaseList</name>
    <message>
      <source>Needs review</source>
      <translation>Патрэбны прагляд</translation>
    </message>
    <message>
      <source>No account yet</source>
      <translation>Аповеду яшчэ няма</translation>
    </message>
    <message>
      <source>needs review</source>
      <translation>патрэбны прагляд</translation>
    </message>
  </context>
  <context>
    <name>Cases</name>
    <message numerus="yes">
      <source>%n bundle(s) hold this record. Ask the recipients to delete: {ids}</source>
      <translation>
        <numerusform>%n камплект утрымлівае гэты запіс. Папрасіце атрымальнікаў выдаліць: {ids}</numerusform>
        <numerusform>%n камплекты ўтрымліваюць гэты запіс. Папрасіце атрымальнікаў выдаліць: {ids}</numerusform>
        <numerusform>%n камплектаў утрымліваюць гэты запіс. Папрасіце атрымальнікаў выдаліць: {ids}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s)</source>
      <translation>
        <numerusform>%n выпадак</numerusform>
        <numerusform>%n выпадкі</numerusform>
        <numerusform>%n выпадкаў</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event(s)</source>
      <translation>
        <numerusform>%n падзея</numerusform>
        <numerusform>%n падзеі</numerusform>
        <numerusform>%n падзей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letter(s) in {path}, not encrypted. Send each to whoever has its bundle, ask for an answer, then delete the letters here.</source>
      <translation>
        <numerusform>%n ліст у {path}, не зашыфраваны. Перашліце кожны таму, у каго яго камплект, папрасіце адказаць, потым выдаліце лісты тут.</numerusform>
        <numerusform>%n лісты у {path}, не зашыфраваныя. Перашліце кожны таму, у каго яго камплект, папрасіце адказаць, потым выдаліце лісты тут.</numerusform>
        <numerusform>%n лістоў у {path}, не зашыфраваныя. Перашліце кожны таму, у каго яго камплект, папрасіце адказаць, потым выдаліце лісты тут.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n асоба</numerusform>
        <numerusform>%n асобы</numerusform>
        <numerusform>%n асоб</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Erase</source>
      <translation>&amp;Сцерці</translation>
    </message>
    <message>
      <source>&amp;Finalise</source>
      <translation>&amp;Завяршыць</translation>
    </message>
    <message>
      <source>&amp;New interview</source>
      <translation>&amp;Новая гутарка</translation>
    </message>
    <message>
      <source>&amp;Open interview</source>
      <translation>&amp;Адкрыць гутарку</translation>
    </message>
    <message>
      <source>&amp;Read interview</source>
      <translation>&amp;Чытаць гутарку</translation>
    </message>
    <message>
      <source>&amp;Reopen</source>
      <translation>Адкр&amp;ыць зноў</translation>
    </message>
    <message>
      <source>&amp;Seal</source>
      <translation>За&amp;пячатаць</translation>
    </message>
    <message>
      <source>&amp;Withdraw consent</source>
      <translation>Адклікаць з&amp;году</translation>
    </message>
    <message>
      <source>A new folder for the letters</source>
      <translation>Новая папка для лістоў</translation>
    </message>
    <message>
      <source>Any country</source>
      <translation>Любая краіна</translation>
    </message>
    <message>
      <source>Any group</source>
      <translation>Любая група</translation>
    </message>
    <message>
      <source>Any interviewer</source>
      <translation>Любы інтэрв'юер</translation>
    </message>
    <message>
      <source>Any month</source>
      <translation>Любы месяц</translation>
    </message>
    <message>
      <source>Any status</source>
      <translation>Любы стан</translation>
    </message>
    <message>
      <source>Bundles hold it, and afterwards nothing here tells which. First write the letters to those who have them, on the page of the case:</source>
      <translation>Ён ёсць у камплектах, і потым тут нішто не пакажа, у якіх. Спачатку напішыце лісты тым, у каго яны, на старонцы выпадку:</translation>
    </message>
    <message>
      <source>Bundles with this case</source>
      <translation>Камплекты з гэтым выпадкам</translation>
    </message>
    <message>
      <source>By code</source>
      <translation>Паводле кода</translation>
    </message>
    <message>
      <source>By country</source>
      <translation>Паводле краіны</translation>
    </message>
    <message>
      <source>By day of the interview</source>
      <translation>Паводле дня гутаркі</translation>
    </message>
    <message>
      <source>By group</source>
      <translation>Паводле групы</translation>
    </message>
    <message>
      <source>By status</source>
      <translation>Паводле стану</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Скасаваць</translation>
    </message>
    <message>
      <source>Cases</source>
      <translation>Выпадкі</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Ачысціць</translation>
    </message>
    <message>
      <source>Clear the filters</source>
      <translation>Ачысціць фільтры</translation>
    </message>
    <message>
      <source>Consent</source>
      <translation>Згода</translation>
    </message>
    <message numerus="yes">
      <source>Consent does not cover %n of these bundles any more: whoever has it should delete it. {ids}</source>
      <translation>
        <numerusform>Згода больш не пашыраецца на %n з гэтых камплектаў: хто яго мае, няхай выдаліць. {ids}</numerusform>
        <numerusform>Згода больш не пашыраецца на %n з гэтых камплектаў: хто іх мае, няхай выдаліць. {ids}</numerusform>
        <numerusform>Згода больш не пашыраецца на %n з гэтых камплектаў: хто іх мае, няхай выдаліць. {ids}</numerusform>
      </translation>
    </message>
    <message>
      <source>Consent ends within 30 days</source>
      <translation>Згода скончыцца на працягу 30 дзён</translation>
    </message>
    <message>
      <source>Consent has not been asked. Nothing of this case may leave.</source>
      <translation>Пра згоду не пыталіся. Нічога з гэтага выпадку не можа выйсці.</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Краіна</translation>
    </message>
    <message>
      <source>Country of the interview</source>
      <translation>Краіна гутаркі</translation>
    </message>
    <message>
      <source>Erase for good</source>
      <translation>Сцерці назаўсёды</translation>
    </message>
    <message>
      <source>Erase {code} for good?</source>
      <translation>Сцерці {code} назаўсёды?</translation>
    </message>
    <message>
      <source>Everything recorded about it is removed from this vault. It cannot be undone. Backups made before still hold it.</source>
      <translation>Усё, што запісана пра гэты выпадак, выдаляецца са сховішча. Гэта нельга скасаваць. У ранейшых рэзервовых копіях яно застаецца.</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Звесткі</translation>
    </message>
    <message>
      <source>Filter the list</source>
      <translation>Адфільтраваць спіс</translation>
    </message>
    <message>
      <source>Given on {day} ({how}).</source>
      <translation>Дадзена: {day} ({how}).</translation>
    </message>
    <message>
      <source>Interview</source>
      <translation>Гутарка</translation>
    </message>
    <message>
      <source>Interviewer</source>
      <translation>Інтэрв'юер</translation>
    </message>
    <message>
      <source>Keep it</source>
      <translation>Пакінуць</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Мова</translation>
    </message>
    <message>
      <source>Last changed</source>
      <translation>Апошняя змена</translation>
    </message>
    <message>
      <source>Last changed first</source>
      <translation>Спачатку нядаўна змененыя</translation>
    </message>
    <message>
      <source>Month of the interview</source>
      <translation>Месяц гутаркі</translation>
    </message>
    <message>
      <source>Needs review</source>
      <translation>Патрэбны прагляд</translation>
    </message>
    <message>
      <source>New interview</source>
      <translation>Новая гутарка</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>Спачатку новыя</translation>
    </message>
    <message>
      <source>No bundle holds {code}: there is nothing to recall.</source>
      <translation>{code} няма ні ў адным камплекце: адклікаць няма чаго.</translation>
    </message>
    <message>
      <source>No case passes these filters.</source>
      <translation>Ніводзін выпадак не праходзіць праз гэтыя фільтры.</translation>
    </message>
    <message>
      <source>No cases yet. An interview is where a case begins.</source>
      <translation>Выпадкаў пакуль няма. Выпадак пачынаецца з гутаркі.</translation>
    </message>
    <message>
      <source>Not yet asked again at the end.</source>
      <translation>Напрыканцы яшчэ не перапыталі.</translation>
    </message>
    <message>
      <source>Nothing more of {code} leaves this laptop, and it can never be changed again, only read. This cannot be taken back. You are told which bundles to recall. If it has left in one, the whole group with which it left stays out of later bundles.</source>
      <translation>З {code} больш нічога не выйдзе з гэтага ноўтбука, і больш нічога нельга будзе змяніць, толькі чытаць. Гэта нельга скасаваць. Вам скажуць, якія камплекты адклікаць. Калі выпадак ужо выходзіў у камплекце, уся група, з якой ён выйшаў, не ўвойдзе ў наступныя.</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Парадак</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Праект</translation>
    </message>
    <message>
      <source>Record that consent was withdrawn?</source>
      <translation>Запісаць, што згода адклікана?</translation>
    </message>
    <message>
      <source>Record the withdrawal</source>
      <translation>Запісаць адкліканне</translation>
    </message>
    <message>
      <source>Records</source>
      <translation>Запісы</translation>
    </message>
    <message>
      <source>Statement</source>
      <translation>Аповед</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Стан</translation>
    </message>
    <message>
      <source>Targeted group</source>
      <translation>Група, якую пераследуюць</translation>
    </message>
    <message>
      <source>The person asks that it be erased: press Erase.</source>
      <translation>Чалавек просіць яго сцерці: націсніце «Сцерці».</translation>
    </message>
    <message>
      <source>The person asks that the record be erased</source>
      <translation>Чалавек просіць сцерці запіс</translation>
    </message>
    <message>
      <source>Withdrawn on {day}. Nothing more may leave.</source>
      <translation>Адклікана: {day}. Больш нічога не можа выйсці.</translation>
    </message>
    <message>
      <source>Write here</source>
      <translation>Запісаць сюды</translation>
    </message>
    <message>
      <source>Write the letters</source>
      <translation>Напісаць лісты</translation>
    </message>
  </context>
  <context>
    <name>ChangedKey</name>
    <message>
      <source>Somebody may have exchanged the file, to read what you send. Do not use it. Ask the owner in a call or face to face, not by the way on which the file came, whether they have new keys, and have the six words read out. If they have, forget the old key on the Team page, then add this one. If they have not, tell whoever looks after your security.</source>
      <translation>Магчыма, файл падмянілі, каб чытаць тое, што вы дасылаеце. Не карыстайцеся ім. Спытайце ўладальніка па тэлефоне або пры сустрэчы, а не тым шляхам, якім прыйшоў файл, ці ёсць у яго новыя ключы, і хай прачытае шэсць слоў. Калі ёсць, забудзьце стары ключ на старонцы «Каманда», потым дадайце гэты. Калі не, скажыце таму, хто дбае пра вашу бяспеку.</translation>
    </message>
    <message>
      <source>The key has changed</source>
      <translation>Ключ змяніўся</translation>
    </message>
    <message>
      <source>The key in this file</source>
      <translation>Ключ у гэтым файле</translation>
    </message>
    <message>
      <source>The key that you trust</source>
      <translation>Ключ, якому вы давяраеце</translation>
    </message>
    <message>
      <source>This is not the key of {name} that you trust</source>
      <translation>Гэта не той ключ ({name}), якому вы давяраеце</translation>
    </message>
    <message>
      <source>Trust nothing</source>
      <translation>Не давяраць</translation>
    </message>
  </context>
  <context>
    <name>ChooseVault</name>
    <message>
      <source>&amp;Back</source>
      <translation>&amp;Назад</translation>
    </message>
    <message>
      <source>&amp;Open</source>
      <translation>&amp;Адкрыць</translation>
    </message>
    <message>
      <source>Go to the folder of the vault. Vaults carry this icon: a safe.</source>
      <translation>Перайдзіце да папкі сховішча. Сховішчы пазначаны значком сейфа.</translation>
    </message>
    <message>
      <source>Open a vault</source>
      <translation>Адкрыць сховішча</translation>
    </message>
    <message>
      <source>Restore a backup</source>
      <translation>Аднавіць з копіі</translation>
    </message>
  </context>
  <context>
    <name>Conflict</name>
    <message numerus="yes">
      <source>%n more to decide afterwards</source>
      <translation>
        <numerusform>Пасля гэтага трэба вырашыць яшчэ %n</numerusform>
        <numerusform>Пасля гэтага трэба вырашыць яшчэ %n</numerusform>
        <numerusform>Пасля гэтага трэба вырашыць яшчэ %n</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Both, as two cases: they are different accounts</source>
      <translation>&amp;Абедзве, як два выпадкі: гэта розныя аповеды</translation>
    </message>
    <message>
      <source>&amp;Keep what is chosen</source>
      <translation>&amp;Пакінуць выбранае</translation>
    </message>
    <message>
      <source>Back to the team</source>
      <translation>Назад да каманды</translation>
    </message>
    <message>
      <source>Both are here, whole. Neither leaves this vault before somebody has decided. If in doubt, ask whoever sent the other one.</source>
      <translation>Абедзве тут, цалкам. Ніводная не выйдзе з гэтага сховішча, пакуль нехта не вырашыць. Калі сумняваецеся, спытайце таго, хто даслаў другую.</translation>
    </message>
    <message>
      <source>Both are kept, as two cases.</source>
      <translation>Абедзве захаваны, як два выпадкі.</translation>
    </message>
    <message>
      <source>Choose first.</source>
      <translation>Спачатку выберыце.</translation>
    </message>
    <message>
      <source>Consent</source>
      <translation>Згода</translation>
    </message>
    <message>
      <source>Decide &amp;later</source>
      <translation>Вырашыць па&amp;зней</translation>
    </message>
    <message>
      <source>Event</source>
      <translation>Падзея</translation>
    </message>
    <message>
      <source>From {sender}</source>
      <translation>Ад: {sender}</translation>
    </message>
    <message>
      <source>Here</source>
      <translation>Тут</translation>
    </message>
    <message>
      <source>Kept as it came. The one from here is removed.</source>
      <translation>Пакінута тая, што прыйшла. Тая, што была тут, выдалена.</translation>
    </message>
    <message>
      <source>Kept as it was here. The other one is removed.</source>
      <translation>Пакінута тая, што была тут. Другая выдалена.</translation>
    </message>
    <message>
      <source>May never be named</source>
      <translation>Ніколі не называць</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>Асоба</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Месца</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Праект</translation>
    </message>
    <message>
      <source>Statement</source>
      <translation>Аповед</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Стан</translation>
    </message>
    <message>
      <source>The one that &amp;came; ours is removed</source>
      <translation>Тая, што пр&amp;ыйшла; наша будзе выдалена</translation>
    </message>
    <message>
      <source>The one that was &amp;here; the other one is removed</source>
      <translation>Тая, што &amp;была тут; другая будзе выдалена</translation>
    </message>
    <message>
      <source>There is nothing to decide.</source>
      <translation>Вырашаць няма чаго.</translation>
    </message>
    <message>
      <source>Two versions of one case</source>
      <translation>Дзве версіі аднаго выпадку</translation>
    </message>
    <message>
      <source>Where they differ</source>
      <translation>Чым яны адрозніваюцца</translation>
    </message>
    <message>
      <source>Which one counts?</source>
      <translation>Якая з іх сапраўдная?</translation>
    </message>
    <message>
      <source>conditions</source>
      <translation>умовы</translation>
    </message>
    <message>
      <source>conditions are met</source>
      <translation>умовы выкананы</translation>
    </message>
    <message>
      <source>confirmed on</source>
      <translation>пацверджана</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>завершана</translation>
    </message>
    <message>
      <source>for what</source>
      <translation>для чаго</translation>
    </message>
    <message>
      <source>given on</source>
      <translation>дадзена</translation>
    </message>
    <message>
      <source>how</source>
      <translation>як</translation>
    </message>
    <message>
      <source>how far</source>
      <translation>наколькі</translation>
    </message>
    <message>
      <source>language</source>
      <translation>мова</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>не ўваходзіць</translation>
    </message>
    <message>
      <source>no</source>
      <translation>не</translation>
    </message>
    <message>
      <source>not before</source>
      <translation>не раней за</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>нічога</translation>
    </message>
    <message>
      <source>on</source>
      <translation>калі</translation>
    </message>
    <message>
      <source>perpetrators</source>
      <translation>вінаватыя</translation>
    </message>
    <message>
      <source>question</source>
      <translation>пытанне</translation>
    </message>
    <message>
      <source>reviewed</source>
      <translation>праверана</translation>
    </message>
    <message>
      <source>role</source>
      <translation>роля</translation>
    </message>
    <message>
      <source>taken back</source>
      <translation>адклікана</translation>
    </message>
    <message>
      <source>text</source>
      <translation>тэкст</translation>
    </message>
    <message>
      <source>the case is to be erased</source>
      <translation>выпадак трэба сцерці</translation>
    </message>
    <message>
      <source>to whom</source>
      <translation>каму</translation>
    </message>
    <message>
      <source>until</source>
      <translation>да</translation>
    </message>
    <message>
      <source>version of the text</source>
      <translation>версія тэксту</translation>
    </message>
    <message>
      <source>victims</source>
      <translation>пацярпелыя</translation>
    </message>
    <message>
      <source>what else is left out</source>
      <translation>што яшчэ не ўваходзіць</translation>
    </message>
    <message>
      <source>what is allowed in the interview</source>
      <translation>што дазволена на інтэрв’ю</translation>
    </message>
    <message>
      <source>who decided</source>
      <translation>хто вырашыў</translation>
    </message>
    <message>
      <source>why there is no answer</source>
      <translation>чаму няма адказу</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>так</translation>
    </message>
  </context>
  <context>
    <name>ConsentPanel</name>
    <message>
      <source>On {day} the person took back: {uses}.</source>
      <translation>Чалавек адклікаў згоду ({day}): {uses}.</translation>
    </message>
  </context>
  <context>
    <name>Create</name>
    <message>
      <source>&amp;Back</source>
      <translation>&amp;Назад</translation>
    </message>
    <message>
      <source>&amp;Next</source>
      <translation>&amp;Далей</translation>
    </message>
    <message>
      <source>A vault is one encrypted folder. Everything you write is in it.</source>
      <translation>Сховішча — гэта адна зашыфраваная папка. У ёй усё, што вы пішаце.</translation>
    </message>
    <message>
      <source>Access to a vault can be destroyed: nobody opens it afterwards, you neither. Read now what that means; it is no reading for the day of need.</source>
      <translation>Доступ да сховішча можна знішчыць: потым яго не адкрые ніхто, і вы таксама. Прачытайце цяпер, што гэта значыць: у ліхі дзень чытаць будзе няма калі.</translation>
    </message>
    <message>
      <source>Choose a passphrase</source>
      <translation>Выберыце парольную фразу</translation>
    </message>
    <message>
      <source>Choose another folder</source>
      <translation>Выбраць іншую папку</translation>
    </message>
    <message>
      <source>Create a vault</source>
      <translation>Стварыць сховішча</translation>
    </message>
    <message>
      <source>Create the vault</source>
      <translation>Стварыць сховішча</translation>
    </message>
    <message>
      <source>Creating the vault. This takes a few seconds.</source>
      <translation>Ствараем сховішча. Гэта зойме некалькі секунд.</translation>
    </message>
    <message>
      <source>Decide about the last resort</source>
      <translation>Вырашыце пра апошні сродак</translation>
    </message>
    <message>
      <source>Do not photograph it. Keep the paper away from the laptop, with somebody you trust. Without passphrase and key the vault is lost: nobody can open it.</source>
      <translation>Не фатаграфуйце яго. Трымайце паперу асобна ад ноўтбука, у таго, каму давяраеце. Без парольнай фразы і ключа сховішча страчана: яго ніхто не адкрые.</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Папка</translation>
    </message>
    <message>
      <source>If you ever forget the passphrase, only this key opens the vault. Write it on paper now.</source>
      <translation>Калі вы забудзеце парольную фразу, сховішча адкрые толькі гэты ключ. Запішыце яго на паперы цяпер.</translation>
    </message>
    <message>
      <source>It opens the vault. Nobody can reset it for you.</source>
      <translation>Яна адкрывае сховішча. Ніхто не зможа скінуць яе за вас.</translation>
    </message>
    <message>
      <source>Kept inside the vault: it is seen only after unlocking.</source>
      <translation>Захоўваецца ў самім сховішчы: яе відаць толькі пасля адкрыцця.</translation>
    </message>
    <message>
      <source>Name of the vault</source>
      <translation>Назва сховішча</translation>
    </message>
    <message>
      <source>Paper cannot be hacked, and it can be burnt.</source>
      <translation>Паперу нельга ўзламаць, а спаліць можна.</translation>
    </message>
    <message>
      <source>Step {step} of {steps}</source>
      <translation>Крок {step} з {steps}</translation>
    </message>
    <message>
      <source>Then the vault is created.</source>
      <translation>Пасля гэтага сховішча будзе створана.</translation>
    </message>
    <message>
      <source>This is not the key. Compare it group by group.</source>
      <translation>Гэта не той ключ. Параўнайце яго група за групай.</translation>
    </message>
    <message>
      <source>Type the recovery key back</source>
      <translation>Увядзіце ключ аднаўлення</translation>
    </message>
    <message>
      <source>Type the recovery key from your paper, so that it is sure to be right.</source>
      <translation>Увядзіце ключ аднаўлення з паперы, каб упэўніцца, што ён запісаны правільна.</translation>
    </message>
    <message>
      <source>Whoever starts the program then sees that it is offered. The settings have it in any case, and there you can decide otherwise on any day.</source>
      <translation>Тады кожны, хто запусціць праграму, убачыць, што гэта прапануецца. У наладах яно ёсць у любым выпадку, і там рашэнне можна змяніць калі заўгодна.</translation>
    </message>
    <message>
      <source>Write down the recovery key</source>
      <translation>Запішыце ключ аднаўлення</translation>
    </message>
  </context>
  <context>
    <name>Destroy</name>
    <message>
      <source>Afterwards no passphrase and no recovery key opens it: not yours, nor anybody's. It cannot be undone.</source>
      <translation>Пасля гэтага яго не адкрые ніякая парольная фраза і ніякі ключ аднаўлення: ні ваш, ні чужы. Гэта нельга скасаваць.</translation>
    </message>
    <message>
      <source>Backups stay as they are and open with their passphrase. Without a backup elsewhere every case is lost.</source>
      <translation>Рэзервовыя копіі застаюцца як ёсць і адкрываюцца сваёй парольнай фразай. Без копіі ў іншым месцы ўсе выпадкі страчаныя.</translation>
    </message>
    <message>
      <source>Backups that this vault knows of</source>
      <translation>Копіі, пра якія ведае гэта сховішча</translation>
    </message>
    <message>
      <source>Destroy access to this vault?</source>
      <translation>Знішчыць доступ да гэтага сховішча?</translation>
    </message>
    <message>
      <source>Hold for two seconds to destroy access</source>
      <translation>Трымайце дзве секунды, каб знішчыць доступ</translation>
    </message>
    <message>
      <source>Keep the vault</source>
      <translation>Пакінуць сховішча</translation>
    </message>
    <message>
      <source>No backup is known here.</source>
      <translation>Пра рэзервовыя копіі тут нічога не вядома.</translation>
    </message>
    <message>
      <source>The disk: flash memory may keep old blocks for a while, and an image that somebody took before holds what opened the vault.</source>
      <translation>Дыск: флэш-памяць можа нейкі час захоўваць старыя блокі, а вобраз дыска, зняты раней, змяшчае тое, што адкрывала сховішча.</translation>
    </message>
    <message>
      <source>The law: where you are, to destroy evidence or to refuse access can be a crime. Ask a lawyer before you need this.</source>
      <translation>Закон: там, дзе вы, знішчэнне доказаў або адмова даць доступ могуць быць злачынствам. Спытайце юрыста загадзя.</translation>
    </message>
  </context>
  <context>
    <name>Destroyed</name>
    <message>
      <source>Backups near it, which still open</source>
      <translation>Копіі побач, якія яшчэ адкрываюцца</translation>
    </message>
    <message>
      <source>Flash memory may keep old blocks for a while, and images of the disk that were taken before hold what opened the vault.</source>
      <translation>Флэш-памяць можа нейкі час захоўваць старыя блокі, а вобразы дыска, знятыя раней, змяшчаюць тое, што адкрывала сховішча.</translation>
    </message>
    <message>
      <source>Its headers are gone. No passphrase and no recovery key helps, whoever has them.</source>
      <translation>Яго загалоўкаў больш няма. Ні парольная фраза, ні ключ аднаўлення не дапамогуць, у каго б яны ні былі.</translation>
    </message>
    <message>
      <source>None here. Others open wherever they are.</source>
      <translation>Тут няма. Іншыя адкрываюцца, дзе б яны ні былі.</translation>
    </message>
    <message>
      <source>Nothing opens this vault any more</source>
      <translation>Гэта сховішча больш нічым не адкрыць</translation>
    </message>
    <message>
      <source>What remains, unreadable for everybody</source>
      <translation>Што засталося, нечытэльнае ні для кога</translation>
    </message>
  </context>
  <context>
    <name>Drill</name>
    <message>
      <source>Close</source>
      <translation>Закрыць</translation>
    </message>
    <message>
      <source>Do not rely on this backup.</source>
      <translation>Не спадзявайцеся на гэту копію.</translation>
    </message>
    <message>
      <source>Does this backup open?</source>
      <translation>Ці адкрываецца гэта копія?</translation>
    </message>
    <message>
      <source>It is opened and checked where it lies. Nothing is written, and no vault is made.</source>
      <translation>Яе адкрываюць і правяраюць там, дзе яна ляжыць. Нічога не запісваецца, і сховішча не ствараецца.</translation>
    </message>
    <message>
      <source>Not verified</source>
      <translation>Не праверана</translation>
    </message>
    <message>
      <source>Opening the backup and reading every record.</source>
      <translation>Копія адкрываецца, чытаецца кожны запіс.</translation>
    </message>
    <message>
      <source>Passphrase of the backup</source>
      <translation>Парольная фраза копіі</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Спыніць</translation>
    </message>
    <message numerus="yes">
      <source>The newest entry in it is of {date}, %n day(s) ago; nothing later is.</source>
      <translation>
        <numerusform>Апошні запіс у ёй ад {date}, %n дзень таму; пазнейшага ў ёй няма.</numerusform>
        <numerusform>Апошні запіс у ёй ад {date}, %n дні таму; пазнейшага ў ёй няма.</numerusform>
        <numerusform>Апошні запіс у ёй ад {date}, %n дзён таму; пазнейшага ў ёй няма.</numerusform>
      </translation>
    </message>
    <message>
      <source>The newest entry in it is of {date}, today; nothing later is.</source>
      <translation>Апошні запіс у ёй ад {date}, сённяшні; пазнейшага ў ёй няма.</translation>
    </message>
    <message numerus="yes">
      <source>This backup opens. %n case(s) in it.</source>
      <translation>
        <numerusform>Гэта копія адкрываецца. У ёй %n выпадак.</numerusform>
        <numerusform>Гэта копія адкрываецца. У ёй %n выпадкі.</numerusform>
        <numerusform>Гэта копія адкрываецца. У ёй %n выпадкаў.</numerusform>
      </translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>Паспрабаваць</translation>
    </message>
    <message>
      <source>Try the recovery key instead</source>
      <translation>Паспрабаваць ключ аднаўлення</translation>
    </message>
  </context>
  <context>
    <name>Entry</name>
    <message>
      <source>&amp;Copy inside Intake</source>
      <translation>&amp;Капіраваць у межах Intake</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>&amp;Уставіць</translation>
    </message>
    <message>
      <source>Copy for &amp;other programs, for 10 seconds</source>
      <translation>Скапіяваць для &amp;іншых праграм, на 10 секунд</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>&amp;Выразаць</translation>
    </message>
    <message>
      <source>Select &amp;all</source>
      <translation>Вылучыць у&amp;сё</translation>
    </message>
  </context>
  <context>
    <name>Errors</name>
    <message>
      <source>A bug in the program stopped this. What was saved is safe. Please report the code; it holds no data.</source>
      <translation>Гэта спынілася праз памылку ў праграме. Тое, што было захавана, цэлае. Паведаміце, калі ласка, код: звестак у ім няма.</translation>
    </message>
    <message>
      <source>A newer Intake made this (format {found}; this one reads up to {known}). Update the program, then try again.</source>
      <translation>Гэта зрабіла навейшая версія Intake (фармат {found}; гэтая чытае да {known}). Абнавіце праграму і паспрабуйце яшчэ раз.</translation>
    </message>
    <message>
      <source>Fewer than {k} people could leave, and with so few nothing does, not even counts. Wait for more cases.</source>
      <translation>Выйсці маглі б менш за {k} чалавек, а пры такой колькасці не выходзіць нічога, нават лічбы. Пачакайце, пакуль выпадкаў будзе больш.</translation>
    </message>
    <message>
      <source>Form, sheet {sheet}, row {row}, column {column}: {reason}.</source>
      <translation>Анкета, аркуш {sheet}, радок {row}, слупок {column}: {reason}.</translation>
    </message>
    <message>
      <source>Group {group} of the sheet typed as number {place} looks wrong. Compare its four characters.</source>
      <translation>Група {group} аркуша, уведзенага пад нумарам {place}, выглядае памылковай. Параўнайце яе чатыры знакі.</translation>
    </message>
    <message>
      <source>Group {group} of this recovery key looks wrong. Compare its four characters.</source>
      <translation>Група {group} гэтага ключа аднаўлення выглядае няправільнай. Параўнайце яе чатыры знакі.</translation>
    </message>
    <message>
      <source>Laid on the bundles before it, this one would make {people} people stand out among fewer than {k}. Nothing was written. Wait for at least {more} more cases of new people, ask for a larger smallest group, or leave these cases out: {codes}.</source>
      <translation>Калі накласці гэты камплект на ранейшыя, вылучацца сярод менш чым {k} чалавек будуць людзі, колькасцю {people}. Нічога не запісана. Пачакайце прынамсі яшчэ {more} выпадкаў з новымі людзьмі, задайце большую найменшую групу або пакіньце тут гэтыя выпадкі: {codes}.</translation>
    </message>
    <message>
      <source>Line {line}{place}: {reason}. Nothing was imported; correct the line and try again.</source>
      <translation>Радок {line}{place}: {reason}. Нічога не імпартавана; выпраўце радок і паспрабуйце зноў.</translation>
    </message>
    <message>
      <source>No selected case has consent for this purpose and recipient group. Ask for consent first, or choose another purpose.</source>
      <translation>Ні ў воднага з выбраных выпадкаў няма згоды на гэту мэту і групу атрымальнікаў. Спачатку спытайце згоду або выберыце іншую мэту.</translation>
    </message>
    <message>
      <source>Nothing is left to release; no file was written. Cases that stay, by reason: no consent {no_consent}, withdrawn {withdrawn}, consent over or not begun {expired}, a wish in own words not settled {open_wish}, not finalised {not_finalised}, two versions that wait for a decision {two_versions}, person in an earlier bundle {released_before}, in a group of an earlier bundle that cannot leave whole {group_stays}, would stand out {under_k}. Finalise what is ready, decide between versions, ask for consent, record what a wish means and clear its words, or wait for new cases.</source>
      <translation>Няма чаго перадаваць; ніякі файл не запісаны. Выпадкі, якія застаюцца, паводле прычын: няма згоды {no_consent}, адклікана {withdrawn}, згода скончылася або не пачалася {expired}, пажаданне сваімі словамі не разгледжана {open_wish}, не завершана {not_finalised}, дзве версіі, пра якія ніхто не вырашыў, {two_versions}, чалавек ужо ў ранейшым камплекце {released_before}, у групе ранейшага камплекта, якая не можа сысці цалкам, {group_stays}, вылучаўся б сярод іншых {under_k}. Завяршыце тое, што гатова, вырашыце паміж версіямі, спытайце згоды, запішыце, што азначае пажаданне, і ачысціце яго словы, або пачакайце новых выпадкаў.</translation>
    </message>
    <message>
      <source>Opening this vault needs {needed} MiB of free memory. Close other programs.</source>
      <translation>Каб адкрыць гэта сховішча, патрэбна {needed} МіБ вольнай памяці. Закрыйце іншыя праграмы.</translation>
    </message>
    <message>
      <source>Sealing stopped ({reason}). What is in these parcels is no longer here, and no other copy exists: {files}. The other cases are untouched. Seal them again, or finish with new keys.</source>
      <translation>Запячатванне спынілася ({reason}). Таго, што ў гэтых пакетах, тут больш няма, і іншай копіі не існуе: {files}. Астатнія выпадкі не зачэпленыя. Запячатайце іх зноў або завяршыце новымі ключамі.</translation>
    </message>
    <message>
      <source>Signed by another key than the one you named: {words}. Ask the sender which key signs bundles for you; until then trust nothing in this file.</source>
      <translation>Падпісана іншым ключом, а не тым, які вы назвалі: {words}. Спытайце адпраўніка, якім ключом падпісваюцца камплекты для вас; да таго не давярайце нічому ў гэтым файле.</translation>
    </message>
    <message>
      <source>Signer unknown: {words}. Ask the sender for their public key file (intake key show VAULT --out FILE) and compare these words over another channel; then give it with --signer FILE, or trust it in your own vault (intake key trust).</source>
      <translation>Подпіс невядомы: {words}. Папрасіце ў адпраўніка файл адкрытага ключа (intake key show VAULT --out FILE) і параўнайце гэтыя словы іншым каналам сувязі; потым назавіце яго праз --signer FILE або пазначце як давераны ў сваім сховішчы (intake key trust).</translation>
    </message>
    <message>
      <source>Something went wrong inside the program.</source>
      <translation>Нешта пайшло не так у самой праграме.</translation>
    </message>
    <message>
      <source>Stopped. Nothing was left half-written.</source>
      <translation>Спынена. Нічога не засталося запісаным напалову.</translation>
    </message>
    <message>
      <source>The bundle still holds identifying words in {places}. Review these, then try again.</source>
      <translation>У камплекце ўсё яшчэ ёсць словы, што выдаюць асобу: {places}. Праверце іх і паспрабуйце зноў.</translation>
    </message>
    <message>
      <source>The disk is full. Free some space; everything saved before is intact.</source>
      <translation>Дыск поўны. Вызваліце месца; усё, што захавана раней, цэлае.</translation>
    </message>
    <message>
      <source>The disk or folder is read-only. Choose another place, or allow writing.</source>
      <translation>Дыск або папка толькі для чытання. Выберыце іншае месца або дазвольце запіс.</translation>
    </message>
    <message>
      <source>The file is damaged or not what it claims ({part}). Ask the sender for it again.</source>
      <translation>Файл пашкоджаны або не тое, за што сябе выдае ({part}). Папрасіце адпраўніка даслаць яго зноў.</translation>
    </message>
    <message>
      <source>The file is damaged. Use a backup, or ask for the file again.</source>
      <translation>Файл пашкоджаны. Выкарыстайце рэзервовую копію або папрасіце файл зноў.</translation>
    </message>
    <message>
      <source>The file {name} of this vault is cut short. Restore a backup; nothing was changed.</source>
      <translation>Файл {name} гэтага сховішча абрэзаны. Аднавіце яго з копіі; нічога не зменена.</translation>
    </message>
    <message>
      <source>The file {name} of this vault is empty. Restore a backup; nothing was changed.</source>
      <translation>Файл {name} гэтага сховішча пусты. Аднавіце яго з копіі; нічога не зменена.</translation>
    </message>
    <message>
      <source>The file {path} cannot be read. Check its path.</source>
      <translation>Файл {path} немагчыма прачытаць. Праверце шлях.</translation>
    </message>
    <message>
      <source>The passphrase does not open this file. Check the keyboard layout and caps lock.</source>
      <translation>Парольная фраза не адкрывае гэты файл. Праверце раскладку клавіятуры і Caps Lock.</translation>
    </message>
    <message>
      <source>The passphrase does not open this vault. Check the keyboard layout and caps lock.</source>
      <translation>Парольная фраза не адкрывае гэта сховішча. Праверце раскладку клавіятуры і Caps Lock.</translation>
    </message>
    <message>
      <source>The sheet typed as number {place} has slips in several groups, or is no sheet of a recovery key. Compare all ten groups.</source>
      <translation>У аркушы, уведзеным пад нумарам {place}, памылкі ў некалькіх групах, або гэта не аркуш ключа аднаўлення. Параўнайце ўсе дзесяць груп.</translation>
    </message>
    <message>
      <source>The vault at {path} has lost both copies of its header, without which no passphrase opens it. Restore a backup, or put header.0 and header.1 back; nothing was changed.</source>
      <translation>Сховішча {path} страціла абедзве копіі загалоўка, без якога яго не адкрывае ніякая парольная фраза. Аднавіце з рэзервовай копіі або вярніце header.0 і header.1; нічога не зменена.</translation>
    </message>
    <message>
      <source>The vault is damaged ({part}). Check it, restore the newest good backup, or rescue what can be read into a new vault.</source>
      <translation>Сховішча пашкоджана ({part}). Праверце яго, аднавіце апошнюю добрую копію або выратуйце ў новае сховішча тое, што чытаецца.</translation>
    </message>
    <message>
      <source>The vault's header is damaged or hostile ({part}). Restore a backup.</source>
      <translation>Загаловак сховішча пашкоджаны або варожы ({part}). Аднавіце сховішча з копіі.</translation>
    </message>
    <message>
      <source>There is no folder {path}. Create it first, or choose another place.</source>
      <translation>Няма папкі {path}. Спачатку стварыце яе або выберыце іншае месца.</translation>
    </message>
    <message>
      <source>There is no vault at {path}. Check the path; nothing was created.</source>
      <translation>Па шляху {path} няма сховішча. Праверце шлях; нічога не створана.</translation>
    </message>
    <message>
      <source>These sheets do not belong together: one says {first}, the other {second}. Look for two with the same two words.</source>
      <translation>Гэтыя аркушы не разам: на адным {first}, на другім {second}. Знайдзіце два з аднолькавымі двума словамі.</translation>
    </message>
    <message>
      <source>This cannot be done now ({reason}).</source>
      <translation>Зараз гэта зрабіць нельга ({reason}).</translation>
    </message>
    <message>
      <source>This does not open it.</source>
      <translation>Гэтым не адкрываецца.</translation>
    </message>
    <message>
      <source>This file is encrypted to somebody's key. Choose the key file that opens it (in a command: --key FILE, or --vault VAULT where the key is in a vault).</source>
      <translation>Гэты файл зашыфраваны для нечыйга ключа. Выберыце файл ключа, які яго адкрывае (у камандзе: --key FILE або --vault VAULT, калі ключ у сховішчы).</translation>
    </message>
    <message>
      <source>This file is not encrypted to your key, or its first lines are damaged. Ask the sender to use your public key and to send it again.</source>
      <translation>Гэты файл зашыфраваны не для вашага ключа, або пашкоджаны яго першыя радкі. Папрасіце адпраўніка ўзяць ваш адкрыты ключ і даслаць файл зноў.</translation>
    </message>
    <message>
      <source>This is one sheet of three ({words}, sheet {number}). It opens nothing alone: type a second one of the same two words with it.</source>
      <translation>Гэта адзін аркуш з трох ({words}, аркуш {number}). Сам ён нічога не адкрывае: увядзіце разам з ім другі з тымі ж двума словамі.</translation>
    </message>
    <message>
      <source>This is refused: {reason}.</source>
      <translation>Адмоўлена: {reason}.</translation>
    </message>
    <message>
      <source>This is sheet {number} twice. Type two different ones of the three.</source>
      <translation>Гэта двойчы аркуш {number}. Увядзіце два розныя з трох.</translation>
    </message>
    <message>
      <source>This is too long. It may have {most} characters at most.</source>
      <translation>Гэта задоўгі тэкст. У ім можа быць не больш за {most} знакаў.</translation>
    </message>
    <message>
      <source>This needs the package {package}, which is not installed. Install the program with its tools for analysis: pip install 'case-intake[analysis]'.</source>
      <translation>Для гэтага патрэбны пакет {package}, якога тут няма. Усталюйце праграму з прыладамі для аналізу: pip install 'case-intake[analysis]'.</translation>
    </message>
    <message>
      <source>This passphrase is too easy to guess. Use six generated words or a longer one.</source>
      <translation>Гэту парольную фразу занадта лёгка адгадаць. Вазьміце шэсць прапанаваных слоў або даўжэйшую фразу.</translation>
    </message>
    <message>
      <source>This recovery key does not open the vault. Check each group of four characters.</source>
      <translation>Гэты ключ аднаўлення не адкрывае сховішча. Праверце кожную групу з чатырох знакаў.</translation>
    </message>
    <message>
      <source>This vault is open in another window. Close it there first.</source>
      <translation>Гэта сховішча адкрыта ў іншым акне. Спачатку закрыйце яго там.</translation>
    </message>
    <message>
      <source>This vault was put back to an earlier state ({part}). It can be read, but writes no bundle. Record the withdrawals made since, then state that all is caught up: in the window Settings, Catch up; on the command line intake vault caught-up.</source>
      <translation>Сховішча вернута да ранейшага стану ({part}). Чытаць яго можна, але камплекты яно не запісвае. Занатуйце адкліканні згоды, якія былі пасля, потым пацвердзіце, што ўсё занатавана: у акне «Налады», «Усё занатавана»; у камандным радку intake vault caught-up.</translation>
    </message>
    <message>
      <source>{path} exists already. Choose another name; nothing was overwritten.</source>
      <translation>{path} ужо існуе. Выберыце іншую назву; нічога не перазапісана.</translation>
    </message>
    <message>
      <source>{path} is not an Intake vault. Choose another folder; nothing was changed.</source>
      <translation>{path} — не сховішча Intake. Выберыце іншую папку; нічога не зменена.</translation>
    </message>
    <message>
      <source>{path} is the folder of backups. Choose one inside: {names}.</source>
      <translation>{path} — папка рэзервовых копій. Выберыце адну з іх: {names}.</translation>
    </message>
    <message>
      <source>{path} is the public half of a key. Use the key file itself, without .pub.</source>
      <translation>{path} — адкрытая палова ключа. Вазьміце сам файл ключа, без .pub.</translation>
    </message>
    <message>
      <source>{path} is the secret half of a key, which nobody else may have. Use its public half, the .pub file.</source>
      <translation>{path} — сакрэтная палова ключа, якой ні ў кога больш не павінна быць. Вазьміце адкрытую палову, файл .pub.</translation>
    </message>
    <message>
      <source>{statements} statements still need review (undecided marks found so far: {marks}; statements that nobody has opened there are not searched yet). Decide them on the Review page, or export without statements.</source>
      <translation>Яшчэ не прагледжана аповедаў: {statements} (нявырашаных пазнак знойдзена пакуль: {marks}; аповеды, якія там ніхто не адкрываў, яшчэ не абшуканы). Вырашыце іх на старонцы прагляду або экспартуйце без аповедаў.</translation>
    </message>
    <message>
      <source>{what}</source>
      <translation>{what}</translation>
    </message>
  </context>
  <context>
    <name>FilePanel</name>
    <message>
      <source>A name has none of these: {characters}. Write the folder into the field above.</source>
      <translation>У назве не можа быць такіх знакаў: {characters}. Папку запішыце ў поле вышэй.</translation>
    </message>
    <message>
      <source>Content of the folder</source>
      <translation>Змесціва папкі</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Папка</translation>
    </message>
    <message>
      <source>Home</source>
      <translation>Хатняя папка</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Назва</translation>
    </message>
    <message>
      <source>One folder up</source>
      <translation>На папку вышэй</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>Месцы</translation>
    </message>
    <message>
      <source>There are no folders and files to choose from here.</source>
      <translation>Тут няма папак і файлаў, якія можна выбраць.</translation>
    </message>
    <message>
      <source>There are no folders in here.</source>
      <translation>Тут няма папак.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Гэты камп'ютар</translation>
    </message>
    <message>
      <source>This file is hidden: rename or copy it.</source>
      <translation>Гэты файл схаваны: перайменуйце або скапіюйце яго.</translation>
    </message>
    <message>
      <source>This folder cannot be read.</source>
      <translation>Гэту папку нельга прачытаць.</translation>
    </message>
    <message>
      <source>This folder is the vault itself: it is chosen.</source>
      <translation>Гэта папка і ёсць сховішча: яна выбраная.</translation>
    </message>
    <message>
      <source>This is a file. Choose the folder that it is in.</source>
      <translation>Гэта файл. Выберыце папку, у якой ён ляжыць.</translation>
    </message>
  </context>
  <context>
    <name>FileRow</name>
    <message>
      <source>Choose</source>
      <translation>Выбраць</translation>
    </message>
  </context>
  <context>
    <name>Finalising</name>
    <message>
      <source>Consent was not asked again at the end.</source>
      <translation>Напрыканцы пра згоду не перапыталі.</translation>
    </message>
    <message>
      <source>Finalise all the same</source>
      <translation>Усё роўна завяршыць</translation>
    </message>
    <message>
      <source>Finalise {code} as it is?</source>
      <translation>Завяршыць {code} як ёсць?</translation>
    </message>
    <message>
      <source>Go back</source>
      <translation>Вярнуцца</translation>
    </message>
    <message>
      <source>No account is written down.</source>
      <translation>Аповед не запісаны.</translation>
    </message>
    <message>
      <source>No consent is recorded. Nothing of this case may leave.</source>
      <translation>Згода не запісана. Нічога з гэтага выпадку не можа выйсці.</translation>
    </message>
    <message>
      <source>Not done yet: {sections}.</source>
      <translation>Яшчэ не зроблена: {sections}.</translation>
    </message>
    <message>
      <source>Something is missing. You can reopen the case later.</source>
      <translation>Нечага не хапае. Пазней выпадак можна зноў адкрыць.</translation>
    </message>
    <message>
      <source>Something there cannot be saved as written: {sections}.</source>
      <translation>Нешта там нельга захаваць так, як напісана: {sections}.</translation>
    </message>
    <message>
      <source>The statement is not finalised; it will be, with the case.</source>
      <translation>Аповед не завершаны; ён будзе завершаны разам з выпадкам.</translation>
    </message>
  </context>
  <context>
    <name>Findings</name>
    <message numerus="yes">
      <source>%n case(s) indexed wrongly</source>
      <translation>
        <numerusform>%n выпадак праіндэксаваны няправільна</numerusform>
        <numerusform>%n выпадкі праіндэксаваныя няправільна</numerusform>
        <numerusform>%n выпадкаў праіндэксавана няправільна</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n damaged page(s)</source>
      <translation>
        <numerusform>%n пашкоджаная старонка</numerusform>
        <numerusform>%n пашкоджаныя старонкі</numerusform>
        <numerusform>%n пашкоджаных старонак</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) changed: {table}</source>
      <translation>
        <numerusform>зменены %n радок: {table}</numerusform>
        <numerusform>зменены %n радкі: {table}</numerusform>
        <numerusform>зменена %n радкоў: {table}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) missing: {table}</source>
      <translation>
        <numerusform>не хапае %n радка: {table}</numerusform>
        <numerusform>не хапае %n радкоў: {table}</numerusform>
        <numerusform>не хапае %n радкоў: {table}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) that belong to nothing</source>
      <translation>
        <numerusform>%n радок ні да чаго не належыць</numerusform>
        <numerusform>%n радкі ні да чаго не належаць</numerusform>
        <numerusform>%n радкоў ні да чаго не належыць</numerusform>
      </translation>
    </message>
    <message>
      <source>Check the vault that you restore or rescue.</source>
      <translation>Праверце сховішча, якое адновіце або выратуеце.</translation>
    </message>
    <message>
      <source>Close the vault and open it again: the whole copy replaces the other one.</source>
      <translation>Закрыйце сховішча і адкрыйце зноў: цэлая копія заменіць другую.</translation>
    </message>
    <message>
      <source>Keep the vault open and make a backup now: once it is closed, nothing opens it.</source>
      <translation>Не закрывайце сховішча і зрабіце рэзервовую копію зараз: закрытае яно ўжо не адкрыецца.</translation>
    </message>
    <message>
      <source>Record nothing more in it. Restore the newest good backup; what is not in a backup can be rescued into a new vault, as far as it can be read.</source>
      <translation>Больш нічога ў яго не запісвайце. Аднавіце апошнюю добрую копію; чаго ў копіі няма, можна выратаваць у новае сховішча, наколькі яно чытаецца.</translation>
    </message>
    <message>
      <source>Records were changed, removed or put back, and not by this program. Let nothing leave. Restore the newest good backup, and show the vault to whoever looks after your security.</source>
      <translation>Запісы змянілі, выдалілі або вярнулі да ранейшых, і не гэтай праграмай. Нічога не перадавайце. Аднавіце апошнюю добрую копію і пакажыце сховішча таму, хто адказвае за вашу бяспеку.</translation>
    </message>
    <message>
      <source>Take another backup: this one was put together out of several, or is damaged.</source>
      <translation>Вазьміце іншую копію: гэта складзеная з некалькіх або пашкоджаная.</translation>
    </message>
    <message>
      <source>The cases are not touched by this, but searches may miss some. A rescue into a new vault makes the index anew.</source>
      <translation>Выпадкаў гэта не кранае, але пошук можа нешта прапусціць. Пры выратаванні ў новае сховішча індэкс ствараецца нанова.</translation>
    </message>
    <message>
      <source>a page cannot be read</source>
      <translation>старонка не чытаецца</translation>
    </message>
    <message>
      <source>an entry was changed or removed</source>
      <translation>запіс змянілі або выдалілі</translation>
    </message>
    <message>
      <source>an index of {table} is not of today's rows</source>
      <translation>індэкс не адпавядае сённяшнім радкам: {table}</translation>
    </message>
    <message>
      <source>answers</source>
      <translation>адказы</translation>
    </message>
    <message>
      <source>both copies are whole</source>
      <translation>абедзве копіі цэлыя</translation>
    </message>
    <message>
      <source>bundles that have left</source>
      <translation>перададзеныя камплекты</translation>
    </message>
    <message>
      <source>cases</source>
      <translation>выпадкі</translation>
    </message>
    <message>
      <source>consent</source>
      <translation>згода</translation>
    </message>
    <message>
      <source>earlier versions of statements</source>
      <translation>ранейшыя версіі аповедаў</translation>
    </message>
    <message>
      <source>events</source>
      <translation>падзеі</translation>
    </message>
    <message>
      <source>every page and every index is whole</source>
      <translation>кожная старонка і кожны індэкс цэлыя</translation>
    </message>
    <message>
      <source>every record is the one that was written last</source>
      <translation>кожны запіс такі, якім яго запісалі апошнім разам</translation>
    </message>
    <message>
      <source>interviews</source>
      <translation>інтэрв'ю</translation>
    </message>
    <message>
      <source>it was compared with the database when the vault was opened</source>
      <translation>яго параўналі з базай, калі сховішча адкрывалі</translation>
    </message>
    <message>
      <source>marks of the review</source>
      <translation>пазнакі прагляду</translation>
    </message>
    <message>
      <source>no copy is whole</source>
      <translation>ніводная копія не цэлая</translation>
    </message>
    <message>
      <source>not looked at, for the database is damaged</source>
      <translation>не правяралася, бо база пашкоджаная</translation>
    </message>
    <message>
      <source>notes of parcels</source>
      <translation>запісы пра пакеты</translation>
    </message>
    <message>
      <source>one copy is damaged</source>
      <translation>адна копія пашкоджаная</translation>
    </message>
    <message>
      <source>parts of it are of different moments</source>
      <translation>яго часткі з розных момантаў</translation>
    </message>
    <message>
      <source>people</source>
      <translation>людзі</translation>
    </message>
    <message>
      <source>rows were removed or put back to an earlier state</source>
      <translation>радкі выдалілі або вярнулі да ранейшага стану</translation>
    </message>
    <message>
      <source>second looks</source>
      <translation>другія прагляды</translation>
    </message>
    <message>
      <source>settings</source>
      <translation>налады</translation>
    </message>
    <message>
      <source>statements</source>
      <translation>аповеды</translation>
    </message>
    <message>
      <source>the audit log</source>
      <translation>журнал дзеянняў</translation>
    </message>
    <message>
      <source>the index has the words of the cases</source>
      <translation>у індэксе словы выпадкаў</translation>
    </message>
    <message>
      <source>the index is damaged</source>
      <translation>індэкс пашкоджаны</translation>
    </message>
    <message>
      <source>the newest writes: they lie in a log, which only a restore reads</source>
      <translation>апошнія запісы: яны ў журнале базы, які чытаецца толькі пры аднаўленні</translation>
    </message>
    <message>
      <source>the records: the database is damaged</source>
      <translation>запісы: база пашкоджаная</translation>
    </message>
    <message>
      <source>the search index: to check it is to write, and it can be made anew</source>
      <translation>індэкс пошуку: праверка патрабуе запісу, а яго можна стварыць нанова</translation>
    </message>
    <message>
      <source>the step to this version of the program, which the first opening takes</source>
      <translation>пераход да гэтай версіі праграмы: ён адбываецца пры першым адкрыцці</translation>
    </message>
    <message>
      <source>the structure is damaged</source>
      <translation>структура пашкоджаная</translation>
    </message>
    <message>
      <source>the vault's own keys</source>
      <translation>уласныя ключы сховішча</translation>
    </message>
    <message>
      <source>trusted keys</source>
      <translation>давераныя ключы</translation>
    </message>
    <message>
      <source>whether the passphrase opens it, too</source>
      <translation>ці адкрывае яе і парольная фраза</translation>
    </message>
    <message>
      <source>whether the recovery key opens it, too</source>
      <translation>ці адкрывае яе і ключ аднаўлення</translation>
    </message>
    <message>
      <source>who took part in events</source>
      <translation>удзельнікі падзей</translation>
    </message>
    <message>
      <source>who was in which bundle</source>
      <translation>хто ў якім камплекце быў</translation>
    </message>
    <message>
      <source>words that are always hidden or kept</source>
      <translation>словы, якія заўсёды хаваюцца або пакідаюцца</translation>
    </message>
  </context>
  <context>
    <name>FirstStart</name>
    <message>
      <source>A notebook for accounts of human rights violations. Everything you write stays in an encrypted vault on this laptop. Nothing is sent anywhere.</source>
      <translation>Нататнік для аповедаў пра парушэнні правоў чалавека. Усё, што вы пішаце, застаецца ў зашыфраваным сховішчы на гэтым ноўтбуку. Нічога нікуды не адсылаецца.</translation>
    </message>
    <message>
      <source>A throw-away vault to look around. No real people, no risk.</source>
      <translation>Часовае сховішча, каб агледзецца. Ніякіх сапраўдных людзей і ніякай рызыкі.</translation>
    </message>
    <message>
      <source>Choose a folder and a passphrase. Takes about five minutes.</source>
      <translation>Выберыце папку і парольную фразу. Гэта зойме хвілін пяць.</translation>
    </message>
    <message>
      <source>Create a vault</source>
      <translation>Стварыць сховішча</translation>
    </message>
    <message>
      <source>Open a bundle</source>
      <translation>Адкрыць камплект</translation>
    </message>
    <message>
      <source>Open a vault</source>
      <translation>Адкрыць сховішча</translation>
    </message>
    <message>
      <source>Somebody has sent you one. You need no vault to read it.</source>
      <translation>Вам яго даслалі. Каб чытаць, сховішча не патрэбнае.</translation>
    </message>
    <message>
      <source>Try it with made-up cases</source>
      <translation>Паспрабаваць на прыдуманых выпадках</translation>
    </message>
    <message>
      <source>Welcome to Intake</source>
      <translation>Вітаем у Intake</translation>
    </message>
    <message>
      <source>You have one on this laptop, on a drive, or as a backup.</source>
      <translation>Яно ў вас ужо ёсць: на ноўтбуку, на дыску або ў рэзервовай копіі.</translation>
    </message>
  </context>
  <context>
    <name>Gate</name>
    <message>
      <source>Language</source>
      <translation>Мова</translation>
    </message>
    <message>
      <source>The made-up vault is gone: it is thrown away whenever it locks or closes.</source>
      <translation>Сховішча з прыдуманымі выпадкамі выдалена: так бывае кожны раз, калі яго замыкаюць або закрываюць.</translation>
    </message>
    <message>
      <source>The vault has new keys: what was sealed opens here no more. Your passphrase is the same as before.</source>
      <translation>У сховішча новыя ключы: запячатанае тут больш не адкрыецца. Парольная фраза тая ж, што і раней.</translation>
    </message>
  </context>
  <context>
    <name>KeyChoice</name>
    <message>
      <source>No key is trusted yet. Add the office's key on the Team page.</source>
      <translation>Даверанага ключа яшчэ няма. Дадайце ключ офіса на старонцы «Каманда».</translation>
    </message>
  </context>
  <context>
    <name>MessageBar</name>
    <message>
      <source>Close this message</source>
      <translation>Закрыць гэта паведамленне</translation>
    </message>
  </context>
  <context>
    <name>NewPassphrase</name>
    <message>
      <source>Almost: one more unusual word would do.</source>
      <translation>Амаль: хопіць яшчэ аднаго незвычайнага слова.</translation>
    </message>
    <message>
      <source>New passphrase</source>
      <translation>Новая парольная фраза</translation>
    </message>
    <message>
      <source>Six random words, or a sentence that only you could have made up.</source>
      <translation>Шэсць выпадковых слоў або сказ, які прыдумаць маглі толькі вы.</translation>
    </message>
    <message>
      <source>Strong: guessing it is out of reach.</source>
      <translation>Надзейна: адгадаць яе немагчыма.</translation>
    </message>
    <message>
      <source>Suggest six words</source>
      <translation>Прапанаваць шэсць слоў</translation>
    </message>
    <message>
      <source>The same again</source>
      <translation>Тое самае яшчэ раз</translation>
    </message>
    <message>
      <source>The two passphrases differ.</source>
      <translation>Парольныя фразы адрозніваюцца.</translation>
    </message>
    <message>
      <source>Too easy: somebody with the laptop and time would find it.</source>
      <translation>Занадта лёгка: той, у каго ёсць ноўтбук і час, яе знойдзе.</translation>
    </message>
  </context>
  <context>
    <name>OpenBundle</name>
    <message>
      <source>&amp;Back</source>
      <translation>&amp;Назад</translation>
    </message>
    <message>
      <source>&amp;Open</source>
      <translation>&amp;Адкрыць</translation>
    </message>
    <message>
      <source>&amp;The words are right</source>
      <translation>&amp;Словы супадаюць</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Скасаваць</translation>
    </message>
    <message>
      <source>Checking the bundle.</source>
      <translation>Правяраем камплект.</translation>
    </message>
    <message>
      <source>Drop the file here or choose it. It is checked before anything of it is shown, and nothing is written to the disk.</source>
      <translation>Перацягніце файл сюды або выберыце яго. Спачатку ён правяраецца, толькі потым паказваецца, і на дыск нічога не запісваецца.</translation>
    </message>
    <message>
      <source>No file is chosen yet.</source>
      <translation>Файл яшчэ не выбраны.</translation>
    </message>
    <message>
      <source>Of your key file, or of the bundle where there is none.</source>
      <translation>Ад вашага файла ключа або, калі яго няма, ад камплекта.</translation>
    </message>
    <message>
      <source>Open a bundle</source>
      <translation>Адкрыць камплект</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Парольная фраза</translation>
    </message>
    <message>
      <source>The bundle</source>
      <translation>Камплект</translation>
    </message>
    <message>
      <source>The bundle is whole. Its signer has these six words: {words}. Ask the sender to read theirs to you, by voice. If they differ, do not open it: it is from somebody else.</source>
      <translation>Камплект цэлы. У таго, хто яго падпісаў, такія шэсць слоў: {words}. Папрасіце адпраўніка прачытаць вам свае, голасам. Калі яны іншыя, не адкрывайце: гэта ад некага іншага.</translation>
    </message>
    <message>
      <source>The sender's public key</source>
      <translation>Адкрыты ключ адпраўніка</translation>
    </message>
    <message>
      <source>Which bundle?</source>
      <translation>Які камплект?</translation>
    </message>
    <message>
      <source>Which key file?</source>
      <translation>Які файл ключа?</translation>
    </message>
    <message>
      <source>Which public key file?</source>
      <translation>Які файл адкрытага ключа?</translation>
    </message>
    <message>
      <source>Without it you compare six words with the sender by voice.</source>
      <translation>Без яго вы звяраеце шэсць слоў з адпраўніком голасам.</translation>
    </message>
    <message>
      <source>Without one: for a bundle that a passphrase opens.</source>
      <translation>Без яго: для камплекта, які адкрываецца парольнай фразай.</translation>
    </message>
    <message>
      <source>Your key file</source>
      <translation>Ваш файл ключа</translation>
    </message>
  </context>
  <context>
    <name>OwnKeySheet</name>
    <message>
      <source>Close</source>
      <translation>Закрыць</translation>
    </message>
    <message>
      <source>Each group sees words of its own, so that nobody who compares two bundles can tell that both come from this laptop.</source>
      <translation>Кожная група бачыць свае словы, каб той, хто параўнае два камплекты, не зразумеў, што абодва з гэтага ноўтбука.</translation>
    </message>
    <message>
      <source>The key file is in {path}. Send it, and read its words out.</source>
      <translation>Файл ключа тут: {path}. Перашліце яго і прачытайце словы ўголас.</translation>
    </message>
    <message>
      <source>Where to write the key file</source>
      <translation>Куды запісаць файл ключа</translation>
    </message>
    <message>
      <source>Who adds your key file to their Intake sees</source>
      <translation>Хто дадае файл вашага ключа ў свой Intake, бачыць</translation>
    </message>
    <message>
      <source>Who checks a bundle for {group} sees</source>
      <translation>Хто правярае камплект ({group}), бачыць</translation>
    </message>
    <message>
      <source>Who gets a bundle from this vault needs this key file once: it shows that bundles come from you and that nobody has changed them. It opens nothing and is no secret, but it holds the name {name}. Send the file, and read the words out in a call or face to face. If the recipient sees other words, the file was exchanged.</source>
      <translation>Таму, хто атрымлівае камплекты з гэтага сховішча, адзін раз патрэбны гэты файл ключа: з ім відаць, што камплект ад вас і ніхто яго не змяніў. Ключ нічога не адкрывае і не сакрэтны, але ў ім ёсць назва: {name}. Перашліце файл, а словы прачытайце па тэлефоне ці пры сустрэчы. Калі атрымальнік бачыць іншыя словы, файл падмянілі.</translation>
    </message>
    <message>
      <source>Write here</source>
      <translation>Запісаць тут</translation>
    </message>
    <message>
      <source>Write the key file</source>
      <translation>Запісаць файл ключа</translation>
    </message>
    <message>
      <source>Your public key</source>
      <translation>Ваш адкрыты ключ</translation>
    </message>
  </context>
  <context>
    <name>PassphraseEdit</name>
    <message>
      <source>Arabic letters</source>
      <translation>Арабскія літары</translation>
    </message>
    <message>
      <source>Caps lock is on</source>
      <translation>Уключаны Caps Lock</translation>
    </message>
    <message>
      <source>Cyrillic letters</source>
      <translation>Кірыліца</translation>
    </message>
    <message>
      <source>Georgian letters</source>
      <translation>Грузінскія літары</translation>
    </message>
    <message>
      <source>Hold to show the letters</source>
      <translation>Утрымлівайце, каб паказаць літары</translation>
    </message>
    <message>
      <source>Latin letters</source>
      <translation>Лацінка</translation>
    </message>
  </context>
  <context>
    <name>Protection</name>
    <message numerus="yes">
      <source>%n thing(s) to look at</source>
      <translation>
        <numerusform>Варта паглядзець на %n рэч</numerusform>
        <numerusform>Варта паглядзець на %n рэчы</numerusform>
        <numerusform>Варта паглядзець на %n рэчаў</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Check again</source>
      <translation>&amp;Праверыць зноў</translation>
    </message>
    <message>
      <source>Clipboard</source>
      <translation>Буфер абмену</translation>
    </message>
    <message>
      <source>Desktop search</source>
      <translation>Пошук па файлах</translation>
    </message>
    <message>
      <source>Encrypted disk</source>
      <translation>Шыфраванне дыска</translation>
    </message>
    <message>
      <source>Found: {names}. Every version of the vault is copied to other machines, and old ones stay there. Make a backup, restore it to a folder outside, and have the copies deleted.</source>
      <translation>Знойдзена: {names}. Кожная версія сховішча капіюецца на іншыя машыны, і старыя там застаюцца. Зрабіце рэзервовую копію, аднавіце яе ў іншую папку і папрасіце выдаліць копіі.</translation>
    </message>
    <message>
      <source>Hibernation</source>
      <translation>Гібернацыя</translation>
    </message>
    <message>
      <source>If Intake crashes, no copy of its memory is written to the disk.</source>
      <translation>Калі Intake аварыйна спыніцца, копія памяці не запішацца на дыск.</translation>
    </message>
    <message>
      <source>Intake cannot look at this on your system yet.</source>
      <translation>На вашай сістэме Intake пакуль не ўмее гэтага правяраць.</translation>
    </message>
    <message>
      <source>Intake itself</source>
      <translation>Сам Intake</translation>
    </message>
    <message>
      <source>Intake locks at once.</source>
      <translation>Intake адразу блакуецца.</translation>
    </message>
    <message>
      <source>Intake refuses every connection to other machines.</source>
      <translation>Intake адмаўляе ў любым злучэнні з іншымі машынамі.</translation>
    </message>
    <message>
      <source>It cannot be told here. Ask whoever looks after this laptop.</source>
      <translation>Тут гэта нельга вызначыць. Спытайце таго, хто даглядае гэты ноўтбук.</translation>
    </message>
    <message>
      <source>It could not be switched on. Start Intake anew; if this stays, show the page to whoever looks after your security.</source>
      <translation>Уключыць не ўдалося. Запусціце Intake нанова; калі не дапаможа, пакажыце гэту старонку таму, хто дбае пра вашу бяспеку.</translation>
    </message>
    <message>
      <source>It is switched off.</source>
      <translation>Яна выключаная.</translation>
    </message>
    <message>
      <source>Keys and screen</source>
      <translation>Клавіятура і экран</translation>
    </message>
    <message>
      <source>Memory is never moved to the disk.</source>
      <translation>Памяць ніколі не пераносіцца на дыск.</translation>
    </message>
    <message>
      <source>Memory on the disk (swap)</source>
      <translation>Памяць на дыску (swap)</translation>
    </message>
    <message>
      <source>Memory that is moved to the disk is encrypted there.</source>
      <translation>Памяць, якая пераносіцца на дыск, там зашыфраваная.</translation>
    </message>
    <message>
      <source>No copies in a cloud</source>
      <translation>Без копій у воблаку</translation>
    </message>
    <message>
      <source>No encryption was found beneath the vault. The vault is encrypted by itself; what other programs and the system write is not. Have the whole disk encrypted when you install the system next time.</source>
      <translation>Пад сховішчам не знойдзена шыфравання. Само сховішча зашыфраванае, а тое, што пішуць іншыя праграмы і сістэма, — не. Калі будзеце нанова ставіць сістэму, зашыфруйце ўвесь дыск.</translation>
    </message>
    <message>
      <source>No further rights</source>
      <translation>Без дадатковых правоў</translation>
    </message>
    <message>
      <source>No memory dumps</source>
      <translation>Без дампаў памяці</translation>
    </message>
    <message>
      <source>No network</source>
      <translation>Без сеткі</translation>
    </message>
    <message>
      <source>No other person on this laptop can read files that Intake makes.</source>
      <translation>Ніхто іншы на гэтым ноўтбуку не можа прачытаць файлы, якія стварае Intake.</translation>
    </message>
    <message>
      <source>No pictures of the screen</source>
      <translation>Без здымкаў экрана</translation>
    </message>
    <message>
      <source>No reading of memory</source>
      <translation>Памяць не чытаецца</translation>
    </message>
    <message>
      <source>No running program was found that keeps copies.</source>
      <translation>Не знойдзена праграм, якія захоўваюць скапіяванае.</translation>
    </message>
    <message>
      <source>No running search program was found that lists the vault.</source>
      <translation>Не знойдзена праграм пошуку, якія пералічваюць сховішча.</translation>
    </message>
    <message>
      <source>Nothing found that endangers the vault</source>
      <translation>Нічога небяспечнага для сховішча не знойдзена</translation>
    </message>
    <message>
      <source>Nothing that runs inside Intake can get more rights than you have.</source>
      <translation>Нішто ўнутры Intake не можа атрымаць больш правоў, чым у вас.</translation>
    </message>
    <message>
      <source>Other programs can neither read your keys nor see this window.</source>
      <translation>Іншыя праграмы не бачаць ні вашых націскаў, ні гэтага акна.</translation>
    </message>
    <message>
      <source>Other programs get no picture of this window.</source>
      <translation>Іншыя праграмы не могуць зняць гэта акно.</translation>
    </message>
    <message>
      <source>Other programs of yours cannot look into the memory of Intake.</source>
      <translation>Іншыя вашы праграмы не могуць зазірнуць у памяць Intake.</translation>
    </message>
    <message>
      <source>Pieces of what is open may be written to the disk as they are. Have swap switched off or encrypted.</source>
      <translation>Кавалкі адкрытага могуць запісацца на дыск як ёсць. Папрасіце выключыць або зашыфраваць swap.</translation>
    </message>
    <message>
      <source>Place of the vault</source>
      <translation>Дзе ляжыць сховішча</translation>
    </message>
    <message>
      <source>Private files</source>
      <translation>Прыватныя файлы</translation>
    </message>
    <message>
      <source>Protection</source>
      <translation>Абарона</translation>
    </message>
    <message>
      <source>Running: {names}. It keeps what is copied to other programs. Copy inside Intake only, or close it.</source>
      <translation>Працуе: {names}. Гэта захоўвае тое, што капіюецца ў іншыя праграмы. Капіюйце толькі ўнутры Intake або закрыйце гэтую праграму.</translation>
    </message>
    <message>
      <source>Running: {names}. It lists names and times of the vault's files, though not what is in them. Leave the folder out in its settings.</source>
      <translation>Працуе: {names}. Пералічвае назвы і час файлаў сховішча, але не тое, што ў іх. Выключыце папку ў наладах гэтай праграмы.</translation>
    </message>
    <message>
      <source>Somebody else takes over</source>
      <translation>За ноўтбукам іншы чалавек</translation>
    </message>
    <message>
      <source>Switched on at the start, before anything secret is in memory.</source>
      <translation>Уключаецца пры запуску, пакуль у памяці няма нічога сакрэтнага.</translation>
    </message>
    <message>
      <source>The disk beneath the vault is encrypted.</source>
      <translation>Дыск, на якім ляжыць сховішча, зашыфраваны.</translation>
    </message>
    <message>
      <source>The laptop around the vault</source>
      <translation>Ноўтбук вакол сховішча</translation>
    </message>
    <message>
      <source>The laptop goes to sleep</source>
      <translation>Ноўтбук засынае</translation>
    </message>
    <message>
      <source>The lid is closed</source>
      <translation>Вечка закрытае</translation>
    </message>
    <message>
      <source>The screen is locked</source>
      <translation>Экран заблакаваны</translation>
    </message>
    <message>
      <source>The system overwrites memory that a program gives back.</source>
      <translation>Сістэма сцірае памяць, якую вяртае праграма.</translation>
    </message>
    <message>
      <source>The timer locks in any case: after minutes without input, and after every sleep.</source>
      <translation>Таймер блакуе ў любым выпадку: праз некалькі хвілін без націскаў і пасля кожнага сну.</translation>
    </message>
    <message>
      <source>The vault lies in memory and goes with it.</source>
      <translation>Сховішча ляжыць у памяці і знікне разам з ёй.</translation>
    </message>
    <message>
      <source>The vault lies in no folder that a known service copies.</source>
      <translation>Сховішча не ляжыць у папцы, якую капіюе вядомы сэрвіс.</translation>
    </message>
    <message>
      <source>The vault lies on a disk of this laptop.</source>
      <translation>Сховішча ляжыць на дыску гэтага ноўтбука.</translation>
    </message>
    <message>
      <source>The vault lies on a disk that can be pulled out. Lock before you pull it, and keep a backup elsewhere.</source>
      <translation>Сховішча ляжыць на дыску, які можна выняць. Заблакуйце яго, перш чым вымаць, і трымайце рэзервовую копію ў іншым месцы.</translation>
    </message>
    <message>
      <source>The vault lies on another machine, and a broken connection can damage it. Make a backup and restore it to a folder of this laptop.</source>
      <translation>Сховішча ляжыць на іншай машыне, і абрыў злучэння можа яго пашкодзіць. Зрабіце рэзервовую копію і аднавіце яе ў папку гэтага ноўтбука.</translation>
    </message>
    <message>
      <source>The whole memory may be written to the disk unencrypted. Have it switched off, and shut down instead.</source>
      <translation>Уся памяць можа запісацца на дыск незашыфраванай. Папрасіце выключыць гібернацыю і проста выключайце ноўтбук.</translation>
    </message>
    <message>
      <source>The whole memory may be written to the encrypted disk, and opens with its passphrase. Shut down before you travel.</source>
      <translation>Уся памяць можа запісацца на зашыфраваны дыск і адкрываецца яго паролем. Перад дарогай выключайце ноўтбук.</translation>
    </message>
    <message>
      <source>The window is shown through X11 inside Wayland: other X11 programs can read your keys while it is in front. Close them while you work.</source>
      <translation>Акно паказваецца праз X11 унутры Wayland: іншыя праграмы X11 могуць чытаць вашы націскі, пакуль яно спераду. Закрывайце іх, пакуль працуеце.</translation>
    </message>
    <message>
      <source>There is no place to write the memory to.</source>
      <translation>Няма месца, куды запісаць памяць.</translation>
    </message>
    <message>
      <source>This desktop does not tell of it. Lock by hand, or wait for the timer.</source>
      <translation>Гэты працоўны стол пра гэта не паведамляе. Блакуйце самі або чакайце таймера.</translation>
    </message>
    <message>
      <source>This laptop cannot hibernate.</source>
      <translation>Гэты ноўтбук не ўмее гібернацыі.</translation>
    </message>
    <message>
      <source>This session runs on X11: every program in it can read your keys and see this window. Choose a Wayland session when you log in.</source>
      <translation>Гэты сеанс працуе на X11: кожная праграма ў ім можа чытаць вашы націскі і бачыць гэта акно. Пры ўваходзе выберыце сеанс Wayland.</translation>
    </message>
    <message>
      <source>This system offers nothing of the kind. Close other programs while you work.</source>
      <translation>Гэтая сістэма такога не ўмее. Закрывайце іншыя праграмы, пакуль працуеце.</translation>
    </message>
    <message>
      <source>What endangers the vault</source>
      <translation>Што пагражае сховішчу</translation>
    </message>
    <message>
      <source>What this laptop does for the vault, and what against it. Intake looks and changes nothing.</source>
      <translation>Што гэты ноўтбук робіць для сховішча, а што — супраць. Intake толькі глядзіць і нічога не мяняе.</translation>
    </message>
    <message>
      <source>What was in memory may stay there for a while after locking. Shut down before you travel, or have the system started with init_on_free=1.</source>
      <translation>Тое, што было ў памяці, можа нейкі час заставацца там пасля блакавання. Перад дарогай выключайце ноўтбук або папрасіце запускаць сістэму з init_on_free=1.</translation>
    </message>
    <message>
      <source>When the vault locks by itself</source>
      <translation>Калі сховішча блакуецца само</translation>
    </message>
    <message>
      <source>Wiping of freed memory</source>
      <translation>Сціранне вызваленай памяці</translation>
    </message>
    <message>
      <source>cannot be told</source>
      <translation>невядома</translation>
    </message>
    <message>
      <source>danger</source>
      <translation>небяспечна</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>не ўдалося</translation>
    </message>
    <message>
      <source>good</source>
      <translation>добра</translation>
    </message>
    <message>
      <source>heard</source>
      <translation>чутно</translation>
    </message>
    <message>
      <source>not available here</source>
      <translation>тут недаступна</translation>
    </message>
    <message>
      <source>not heard here</source>
      <translation>тут не чутно</translation>
    </message>
    <message>
      <source>on</source>
      <translation>уключана</translation>
    </message>
  </context>
  <context>
    <name>Reasons</name>
    <message>
      <source>A case is withdrawn or sealed by a step of its own.</source>
      <translation>Адкліканне або запячатванне выпадку — гэта асобны крок.</translation>
    </message>
    <message>
      <source>A text holds half of a character and cannot be kept</source>
      <translation>Тэкст змяшчае палову сімвала, таму яго нельга захаваць</translation>
    </message>
    <message>
      <source>A withdrawn or sealed case stays as it is.</source>
      <translation>Адкліканы або запячатаны выпадак застаецца такім, які ён ёсць.</translation>
    </message>
    <message>
      <source>Choose a name of plain characters.</source>
      <translation>Выберыце назву са звычайных знакаў.</translation>
    </message>
    <message>
      <source>Choose statements whose review is finished.</source>
      <translation>Выберыце аповеды, прагляд якіх скончаны.</translation>
    </message>
    <message>
      <source>First set the interviewer's code, in Settings or in the interview: only then can anybody tell that somebody else has looked.</source>
      <translation>Спачатку задайце код інтэрв’юера, у наладах або ў інтэрв’ю: толькі тады відаць, што праглядаў хтосьці іншы.</translation>
    </message>
    <message>
      <source>Give a word of at least two letters.</source>
      <translation>Дайце слова хаця б з дзвюх літар.</translation>
    </message>
    <message>
      <source>Give the code of the person who looked, in plain characters.</source>
      <translation>Увядзіце код чалавека, які праглядаў, звычайнымі знакамі.</translation>
    </message>
    <message>
      <source>Keep backups outside of the vault's own folder, best on a stick.</source>
      <translation>Захоўвайце рэзервовыя копіі па-за папкай самога сховішча, лепш на флэшцы.</translation>
    </message>
    <message>
      <source>Name the bundles to unite.</source>
      <translation>Назавіце камплекты, якія трэба аб’яднаць.</translation>
    </message>
    <message>
      <source>No bundle has to be recalled: consent covers all that has left.</source>
      <translation>Ніводнага камплекта не трэба адклікаць: згода ахоплівае ўсё, што выйшла.</translation>
    </message>
    <message>
      <source>No case of this parcel from {sender} is here. Receive the parcel, or ask for it; if the case was sealed for somebody else since, the recall has to reach them.</source>
      <translation>Тут няма выпадку з гэтага пакета ад {sender}. Прыміце пакет або папрасіце яго; калі выпадак з таго часу запячаталі для кагосьці іншага, адкліканне мусіць дайсці да яго.</translation>
    </message>
    <message>
      <source>No key is trusted under this name.</source>
      <translation>Пад гэтай назвай няма даверанага ключа.</translation>
    </message>
    <message>
      <source>No key of another vault is trusted under this name.</source>
      <translation>Пад гэтай назвай няма даверанага ключа іншага сховішча.</translation>
    </message>
    <message>
      <source>Nothing is to be decided about this parcel. List the parcels.</source>
      <translation>Пра гэты пакет няма чаго вырашаць. Адкрыйце старонку «Каманда» зноў.</translation>
    </message>
    <message>
      <source>Put parcels outside of the vault's own folder, best on a stick.</source>
      <translation>Кладзіце пакеты па-за папкай сховішча, найлепш на флэшку.</translation>
    </message>
    <message>
      <source>The case has answers to questions that this program does not ask. Keep the parcel, and receive it with the version of the program that the sender has.</source>
      <translation>У выпадку ёсць адказы на пытанні, якіх гэта праграма не задае. Захавайце пакет і прыміце яго ў той версіі праграмы, якая ў адпраўніка.</translation>
    </message>
    <message>
      <source>The case was recorded with a newer questionnaire. Update the program, then receive the parcel again.</source>
      <translation>Выпадак запісаны з навейшым апытальнікам. Абнавіце праграму і прыміце пакет яшчэ раз.</translation>
    </message>
    <message>
      <source>The case was recorded with another questionnaire. Keep the parcel, and ask the sender which one it was.</source>
      <translation>Выпадак запісаны з іншым апытальнікам. Захавайце пакет і спытайце ў адпраўніка, з якім.</translation>
    </message>
    <message>
      <source>The folder of the vault holds something that is not the vault's: {name}. Move it away, then do this again.</source>
      <translation>У папцы сховішча ёсць нешта чужое: {name}. Прыбярыце гэта і паўтарыце.</translation>
    </message>
    <message>
      <source>The passphrase is not UTF-8 text. Type it in again.</source>
      <translation>Парольная фраза — не тэкст UTF-8. Увядзіце яе зноў.</translation>
    </message>
    <message>
      <source>The text has changed. Choose the words again.</source>
      <translation>Тэкст змяніўся. Выберыце словы зноў.</translation>
    </message>
    <message>
      <source>The text has changed. Select the words again.</source>
      <translation>Тэкст змяніўся. Вылучыце словы зноў.</translation>
    </message>
    <message>
      <source>The vault was opened by a link. Open its folder itself, {place}, then do this again.</source>
      <translation>Сховішча адкрылі праз спасылку. Адкрыйце саму яго тэчку, {place}, а потым зрабіце гэта яшчэ раз.</translation>
    </message>
    <message>
      <source>These are too many statements for one request.</source>
      <translation>Для аднаго запыту гэта зашмат аповедаў.</translation>
    </message>
    <message>
      <source>These texts are too long for one request. Ask for fewer at once.</source>
      <translation>Гэтыя тэксты задоўгія для аднаго запыту. Папрасіце прагледзець менш за раз.</translation>
    </message>
    <message>
      <source>These weights cannot be meant: {}.</source>
      <translation>Такіх ваг быць не можа: {}.</translation>
    </message>
    <message>
      <source>This case from {sender} was erased here and is not taken in again.</source>
      <translation>Гэты выпадак ад {sender} тут сцёрлі, і ён больш не прымаецца.</translation>
    </message>
    <message>
      <source>This is a key file, no parcel: use Add a key file (intake key trust).</source>
      <translation>Гэта файл ключа, а не пакет: скарыстайце «Дадаць файл ключа» (intake key trust).</translation>
    </message>
    <message>
      <source>This is the code of an interviewer of this case or vault. Somebody else looks.</source>
      <translation>Гэта код інтэрв’юера гэтага выпадку або сховішча. Праглядае хтосьці іншы.</translation>
    </message>
    <message>
      <source>This mark is gone. Select the words again.</source>
      <translation>Гэтай пазнакі больш няма. Вылучыце словы зноў.</translation>
    </message>
    <message>
      <source>This name has another key already. A changed key can be an attack: ask its owner in person, then choose a new name.</source>
      <translation>Пад гэтай назвай ужо ёсць іншы ключ. За змененым ключом можа стаяць напад: спытайце ўладальніка асабіста, потым выберыце новую назву.</translation>
    </message>
    <message>
      <source>This person asked not to be named: nothing is recorded here.</source>
      <translation>Гэты чалавек папрасіў яго не называць: тут нічога не запісваецца.</translation>
    </message>
    <message>
      <source>This record is no longer there. Open the case again.</source>
      <translation>Гэтага запісу ўжо няма. Адкрыйце выпадак зноў.</translation>
    </message>
    <message>
      <source>This statement is finalised. Reopen it to change it.</source>
      <translation>Гэты аповед завершаны. Адкрыйце яго зноў, каб змяніць.</translation>
    </message>
    <message>
      <source>This vault signed the answer itself. Somebody else has to.</source>
      <translation>Гэты адказ падпісала само гэта сховішча. Падпісаць павінен хтосьці іншы.</translation>
    </message>
    <message>
      <source>This vault's own key would keep the parcel open here.</source>
      <translation>З уласным ключом сховішча пакет можна было б адкрыць тут.</translation>
    </message>
    <message>
      <source>Too much of this answer is about texts that do not stand here. Ask again.</source>
      <translation>Зашмат у гэтым адказе пра тэксты, якіх тут няма. Папрасіце зноў.</translation>
    </message>
    <message>
      <source>Two different bundles have the number {}.</source>
      <translation>Два розныя камплекты маюць нумар {}.</translation>
    </message>
    <message>
      <source>Which case this recall from {sender} means was lost when this vault was rescued. Ask the sender which case it is, and record the withdrawal by hand.</source>
      <translation>Які выпадак мае на ўвазе гэтае адкліканне ад {sender}, было страчана, калі сховішча ратавалі. Спытайце адпраўніка, які гэта выпадак, і занатуйце адкліканне самі.</translation>
    </message>
    <message>
      <source>a colleague's key is trusted here, so a second look is signed</source>
      <translation>тут ёсць давераны ключ калегі, таму другі прагляд падпісваецца</translation>
    </message>
    <message>
      <source>case {code} does not fit together, and no other vault could take it in; rescue this vault into a new one and seal it there</source>
      <translation>запісы выпадку {code} не стасуюцца паміж сабою, і ніводнае іншае сховішча не змагло б яго прыняць; выратуйце гэтае сховішча ў новае і запячатайце выпадак там</translation>
    </message>
    <message>
      <source>case {code} is a draft; finalise it first</source>
      <translation>выпадак {code} — чарнавік; спачатку завяршыце яго</translation>
    </message>
    <message>
      <source>case {code} is larger than a parcel holds, 64 MiB</source>
      <translation>выпадак {code} большы, чым змяшчае пакет, 64 МіБ</translation>
    </message>
    <message>
      <source>case {code} was recorded with a questionnaire that is not here, and no other vault could take it in; update the program, or leave this case out</source>
      <translation>выпадак {code} запісаны з апытальнікам, якога тут няма, і ніякае іншае сховішча не змагло б яго прыняць; абнавіце праграму або не бярыце гэты выпадак</translation>
    </message>
    <message>
      <source>it was stopped</source>
      <translation>яго спынілі</translation>
    </message>
    <message>
      <source>nobody here has agreed to be quoted, or a text names somebody</source>
      <translation>ніхто тут не згадзіўся, каб яго цытавалі, або тэкст кагосьці называе</translation>
    </message>
    <message>
      <source>something typed into case {code} is no answer yet; open it and finish</source>
      <translation>у выпадку {code} ёсць уведзенае, што яшчэ не адказ; адкрыйце яго і завяршыце</translation>
    </message>
    <message>
      <source>the database library is too old</source>
      <translation>бібліятэка базы даных занадта старая</translation>
    </message>
    <message>
      <source>the disk did not answer</source>
      <translation>дыск не адказаў</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <translation>дыск запоўнены</translation>
    </message>
    <message>
      <source>the folder of the vault cannot be renamed where it is</source>
      <translation>тэчку сховішча нельга перайменаваць там, дзе яна ляжыць</translation>
    </message>
    <message>
      <source>the key derivation fails its self-test</source>
      <translation>вылічэнне ключа не прайшло ўласную праверку</translation>
    </message>
    <message>
      <source>the memory of this machine makes errors</source>
      <translation>памяць гэтага камп’ютара робіць памылкі</translation>
    </message>
    <message>
      <source>the search index would keep deleted words</source>
      <translation>пошукавы паказальнік захоўваў бы выдаленыя словы</translation>
    </message>
    <message>
      <source>the vault has changed since; work out again what would leave</source>
      <translation>сховішча з таго часу змянілася; вылічыце зноў, што будзе перададзена</translation>
    </message>
    <message>
      <source>these words are on the list of words to hide; the settings have the list</source>
      <translation>гэтыя словы ў спісе слоў, якія хаваць; спіс — у наладах</translation>
    </message>
    <message>
      <source>these words name somebody in this vault, so they stay hidden</source>
      <translation>гэтыя словы называюць некага ў гэтым сховішчы, таму яны застаюцца схаванымі</translation>
    </message>
    <message>
      <source>this vault is set to let no statement leave</source>
      <translation>гэта сховішча не выпускае ніводнага аповеду</translation>
    </message>
    <message>
      <source>this vault was rescued without the list of the cases that were erased in it, and this may be one of them; find out, then say that everything is caught up</source>
      <translation>гэта сховішча выратавана без спіса выпадкаў, якія ў ім сцёрлі, і гэты можа быць адным з іх; высветліце, потым пацвердзіце, што ўсё занатавана</translation>
    </message>
    <message>
      <source>this was worked out on another day; consent ends with days</source>
      <translation>гэта вылічана ў іншы дзень; згода залежыць ад дня</translation>
    </message>
    <message>
      <source>two versions of case {code} are here; decide first</source>
      <translation>тут дзве версіі выпадку {code}; спачатку вырашыце</translation>
    </message>
    <message>
      <source>what would leave has changed; look at it again</source>
      <translation>тое, што выйдзе, змянілася; прагледзьце яшчэ раз</translation>
    </message>
  </context>
  <context>
    <name>RecallSheet</name>
    <message>
      <source>A recall of this case was written on {day}. Write another one only if that one did not arrive, or for somebody else who has the parcel.</source>
      <translation>Адкліканне гэтага выпадку ўжо запісана {day}. Пішыце другое, толькі калі тое не дайшло або калі пакет ёсць яшчэ ў некага.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Скасаваць</translation>
    </message>
    <message>
      <source>Choose where to write it</source>
      <translation>Выбраць, куды запісаць</translation>
    </message>
    <message>
      <source>Day on which consent was taken back</source>
      <translation>Дзень, калі згоду адклікалі</translation>
    </message>
    <message>
      <source>Recall a sealed case</source>
      <translation>Адклікаць запячатаны выпадак</translation>
    </message>
    <message>
      <source>The case cannot be opened here, so the withdrawal is recorded where the parcel is. A small signed file says so; it opens only with the keys that you choose.</source>
      <translation>Выпадак тут не адкрыць, таму адкліканне запісваюць там, дзе пакет. Пра яго паведамляе маленькі падпісаны файл; ён адкрываецца толькі ключамі, якія вы выберыце.</translation>
    </message>
    <message>
      <source>The person asks that the record be erased</source>
      <translation>Чалавек просіць сцерці запіс</translation>
    </message>
    <message>
      <source>Who has the parcel</source>
      <translation>У каго пакет</translation>
    </message>
    <message>
      <source>Write a day as year-month-day, for example 2027-12-31.</source>
      <translation>Запішыце дзень як год-месяц-дзень, напрыклад 2027-12-31.</translation>
    </message>
  </context>
  <context>
    <name>Received</name>
    <message>
      <source>Case {code} from {sender} is here already, this parcel brings nothing new.</source>
      <translation>Выпадак {code} ({sender}) ужо тут, гэты пакет не прынёс нічога новага.</translation>
    </message>
    <message>
      <source>Case {code} from {sender} is here, with all its records.</source>
      <translation>Выпадак {code} ({sender}) тут, з усімі запісамі.</translation>
    </message>
    <message>
      <source>The person asks that it be erased: press Erase on the page of the case.</source>
      <translation>Чалавек просіць яго сцерці: націсніце «Сцерці» на старонцы выпадку.</translation>
    </message>
    <message>
      <source>This case was here already and differs from what {sender} sent. Both are kept, the new one as {code}: decide which one counts.</source>
      <translation>Гэты выпадак ужо быў тут і адрозніваецца ад дасланага ({sender}). Захаваны абодва, новы пад кодам {code}: вырашыце, які сапраўдны.</translation>
    </message>
    <message>
      <source>{sender} tells that consent to case {code} was taken back. The withdrawal is recorded: nothing of it leaves any more.</source>
      <translation>{sender}: згоду на выпадак {code} адклікалі. Адкліканне запісана: нічога з яго больш не выходзіць.</translation>
    </message>
  </context>
  <context>
    <name>Recover</name>
    <message>
      <source>Not now</source>
      <translation>Не цяпер</translation>
    </message>
    <message>
      <source>Set a new passphrase</source>
      <translation>Задайце новую парольную фразу</translation>
    </message>
    <message>
      <source>Set the passphrase</source>
      <translation>Задаць фразу</translation>
    </message>
    <message>
      <source>The recovery key opened the vault and stays valid. Choose a passphrase for every day.</source>
      <translation>Ключ аднаўлення адкрыў сховішча і застаецца сапраўдным. Выберыце парольную фразу на кожны дзень.</translation>
    </message>
    <message>
      <source>Wrapping the key under the new passphrase.</source>
      <translation>Загортваем ключ пад новую парольную фразу.</translation>
    </message>
  </context>
  <context>
    <name>RecoveryPaper</name>
    <message>
      <source>Another sheet, if it was split</source>
      <translation>Другі аркуш, калі ключ падзелены</translation>
    </message>
    <message>
      <source>Any two sheets open the vault, one alone tells nothing. Keep them in three places, each with its number and its two words.</source>
      <translation>Любыя два аркушы адкрываюць сховішча, адзін нічога не кажа. Трымайце іх у трох месцах, кожны з нумарам і двума словамі.</translation>
    </message>
    <message>
      <source>Recovery key, or a sheet of it</source>
      <translation>Ключ аднаўлення або яго аркуш</translation>
    </message>
    <message>
      <source>Sheet {number} of {sheets}: {words}</source>
      <translation>Аркуш {number} з {sheets}: {words}</translation>
    </message>
    <message>
      <source>Sheet {number}, typed back</source>
      <translation>Аркуш {number}, уведзены назад</translation>
    </message>
    <message>
      <source>Split it over three sheets</source>
      <translation>Падзяліць на тры аркушы</translation>
    </message>
    <message>
      <source>The key, typed back</source>
      <translation>Ключ, уведзены назад</translation>
    </message>
    <message>
      <source>The next sheet</source>
      <translation>Наступны аркуш</translation>
    </message>
    <message>
      <source>The sheet before</source>
      <translation>Папярэдні аркуш</translation>
    </message>
  </context>
  <context>
    <name>Rekey</name>
    <message>
      <source>Cancel</source>
      <translation>Скасаваць</translation>
    </message>
    <message>
      <source>Copying the vault under new keys and checking the copy.</source>
      <translation>Сховішча капіруецца пад новымі ключамі, копія правяраецца.</translation>
    </message>
    <message>
      <source>Everything is copied under new keys and the old ones are destroyed: a copy that somebody took before opens nothing that is written from now on. The passphrase stays; change it as well if it is known. Then unlock the vault again.</source>
      <translation>Усё капіруецца пад новымі ключамі, а старыя знішчаюцца: копія, якую нехта зрабіў раней, не адкрые нічога з запісанага цяпер. Парольная фраза застаецца; змяніце і яе, калі яна вядомая. Потым адамкніце сховішча зноў.</translation>
    </message>
    <message>
      <source>Make a backup now. If there is an older copy somewhere, it still opens with the old keys: destroy it, if it should not open any more.</source>
      <translation>Зрабіце копію цяпер. Калі недзе ёсць ранейшая копія, яна яшчэ адкрываецца старымі ключамі: знішчыце яе, калі яна больш не павінна адкрывацца.</translation>
    </message>
    <message>
      <source>Move it</source>
      <translation>Перанесці</translation>
    </message>
    <message>
      <source>Move the vault to new keys</source>
      <translation>Перанесці сховішча на новыя ключы</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Спыніць</translation>
    </message>
    <message>
      <source>The vault has new keys. Burn the old paper.</source>
      <translation>У сховішча новыя ключы. Спаліце старую паперу.</translation>
    </message>
    <message>
      <source>These and every other older copy still open with the old keys. Make a new backup, then destroy the ones that should not open any more.</source>
      <translation>Гэтыя і ўсе іншыя ранейшыя копіі яшчэ адкрываюцца старымі ключамі. Зрабіце новую копію, потым знішчыце тыя, якія больш не павінны адкрывацца.</translation>
    </message>
    <message>
      <source>Unlock again</source>
      <translation>Адамкнуць зноў</translation>
    </message>
  </context>
  <context>
    <name>ReportView</name>
    <message>
      <source>The page goes on. Save the files to see all.</source>
      <translation>Старонка не скончылася. Каб убачыць усё, захавайце файлы.</translation>
    </message>
  </context>
  <context>
    <name>Rescue</name>
    <message numerus="yes">
      <source>%n case(s) lost with their codes.</source>
      <translation>
        <numerusform>%n выпадак страчаны разам з кодам.</numerusform>
        <numerusform>%n выпадкі страчаныя разам з кодамі.</numerusform>
        <numerusform>%n выпадкаў страчана разам з кодамі.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) lost: {codes}</source>
      <translation>
        <numerusform>Страчаны %n выпадак: {codes}</numerusform>
        <numerusform>Страчаныя %n выпадкі: {codes}</numerusform>
        <numerusform>Страчана %n выпадкаў: {codes}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) whole.</source>
      <translation>
        <numerusform>%n выпадак цэлы.</numerusform>
        <numerusform>%n выпадкі цэлыя.</numerusform>
        <numerusform>%n выпадкаў цэлых.</numerusform>
      </translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Скасаваць</translation>
    </message>
    <message>
      <source>Every case that can be read is copied into a new vault with the same passphrase. The damaged vault stays as it is. If you have a good backup, restore it first.</source>
      <translation>Кожны выпадак, які чытаецца, капіруецца ў новае сховішча з той жа парольнай фразай. Пашкоджанае сховішча застаецца як ёсць. Калі ёсць добрая копія, спачатку аднавіце яе.</translation>
    </message>
    <message numerus="yes">
      <source>In part as well: %n more case(s).</source>
      <translation>
        <numerusform>Часткова таксама: яшчэ %n выпадак.</numerusform>
        <numerusform>Часткова таксама: яшчэ %n выпадкі.</numerusform>
        <numerusform>Часткова таксама: яшчэ %n выпадкаў.</numerusform>
      </translation>
    </message>
    <message>
      <source>In part: {code}. Something is missing of: {what}.</source>
      <translation>Часткова: {code}. Нечага не хапае: {what}.</translation>
    </message>
    <message>
      <source>Of the vault itself something is missing of: {what}.</source>
      <translation>Самому сховішчу нечага не хапае: {what}.</translation>
    </message>
    <message>
      <source>Passphrase of the damaged vault</source>
      <translation>Парольная фраза пашкоджанага сховішча</translation>
    </message>
    <message>
      <source>Reading every case that can be read.</source>
      <translation>Чытаецца кожны выпадак, які можна прачытаць.</translation>
    </message>
    <message>
      <source>Rescue</source>
      <translation>Выратаваць</translation>
    </message>
    <message>
      <source>Rescue what can be read</source>
      <translation>Выратаваць тое, што чытаецца</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Спыніць</translation>
    </message>
    <message numerus="yes">
      <source>The newest %n write(s) are missing, wherever they belong. A withdrawal may be among them.</source>
      <translation>
        <numerusform>Няма апошняга %n запісу, дзе б ён ні быў. Ім можа быць адкліканне згоды.</numerusform>
        <numerusform>Няма апошніх %n запісаў, дзе б яны ні былі. Сярод іх можа быць адкліканне згоды.</numerusform>
        <numerusform>Няма апошніх %n запісаў, дзе б яны ні былі. Сярод іх можа быць адкліканне згоды.</numerusform>
      </translation>
    </message>
    <message>
      <source>To the new vault</source>
      <translation>Да новага сховішча</translation>
    </message>
    <message>
      <source>With its settings the vault has lost which cases were erased in it, which recalls belong to its cases, and where its backups are. It awaits new keys, and takes in no parcel with a case that it does not have before you have caught up.</source>
      <translation>Разам з наладамі сховішча страціла, якія выпадкі ў ім сцёрлі, якія адкліканні датычаць яго выпадкаў і дзе яго рэзервовыя копіі. Яно чакае новых ключоў і не прыме пакета з выпадкам, якога ў ім няма, пакуль вы не пацвердзіце, што ўсё занатавана.</translation>
    </message>
    <message>
      <source>Withdrawals may be among what is lost. The new vault writes no bundle before somebody has stated in the settings that all of them are recorded.</source>
      <translation>Сярод страчанага могуць быць адкліканні згоды. Новае сховішча не стварае камплектаў, пакуль у наладах не пацвердзяць, што ўсе яны запісаныя.</translation>
    </message>
  </context>
  <context>
    <name>Restore</name>
    <message>
      <source>&amp;Back</source>
      <translation>&amp;Назад</translation>
    </message>
    <message>
      <source>&amp;Restore</source>
      <translation>&amp;Аднавіць</translation>
    </message>
    <message>
      <source>Copying and checking the backup.</source>
      <translation>Капіруем і правяраем рэзервовую копію.</translation>
    </message>
    <message>
      <source>Passphrase of the backup</source>
      <translation>Парольная фраза копіі</translation>
    </message>
    <message>
      <source>Restore a backup</source>
      <translation>Аднавіць з копіі</translation>
    </message>
    <message>
      <source>The backup</source>
      <translation>Рэзервовая копія</translation>
    </message>
    <message>
      <source>The backup is copied to a new folder and opens with the passphrase it was made with. What happened after it was made is not in it.</source>
      <translation>Копія пераносіцца ў новую папку і адкрываецца той парольнай фразай, з якой яе зрабілі. Таго, што было пасля, у ёй няма.</translation>
    </message>
    <message>
      <source>The new vault</source>
      <translation>Новае сховішча</translation>
    </message>
  </context>
  <context>
    <name>RulingsModel</name>
    <message>
      <source>Always hidden</source>
      <translation>Заўсёды схаваныя</translation>
    </message>
    <message>
      <source>In every case</source>
      <translation>У кожным выпадку</translation>
    </message>
    <message>
      <source>Never a name</source>
      <translation>Ніколі не імя</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Словы</translation>
    </message>
  </context>
  <context>
    <name>SealPage</name>
    <message>
      <source>&amp;Back</source>
      <translation>&amp;Назад</translation>
    </message>
    <message>
      <source>&amp;Cancel</source>
      <translation>С&amp;касаваць</translation>
    </message>
    <message>
      <source>&amp;Lock now</source>
      <translation>За&amp;мкнуць</translation>
    </message>
    <message>
      <source>&amp;New keys now</source>
      <translation>&amp;Новыя ключы цяпер</translation>
    </message>
    <message>
      <source>&amp;Next</source>
      <translation>&amp;Далей</translation>
    </message>
    <message>
      <source>&amp;Seal now</source>
      <translation>Запя&amp;чатаць</translation>
    </message>
    <message>
      <source>Add the key of somebody who can open the parcel.</source>
      <translation>Дадайце ключ таго, хто зможа адкрыць пакет.</translation>
    </message>
    <message>
      <source>Checking the passphrase</source>
      <translation>Правяраем парольную фразу</translation>
    </message>
    <message>
      <source>Choose a folder: open it in the list.</source>
      <translation>Выберыце папку: адкрыйце яе ў спісе.</translation>
    </message>
    <message>
      <source>Choose at least one case.</source>
      <translation>Выберыце хаця б адзін выпадак.</translation>
    </message>
    <message>
      <source>Choose who can open the parcel.</source>
      <translation>Выберыце, хто зможа адкрыць пакет.</translation>
    </message>
    <message>
      <source>Looking at each case as its receiver will</source>
      <translation>Кожны выпадак праглядаецца так, як яго ўбачыць атрымальнік</translation>
    </message>
    <message>
      <source>Moving the vault to new keys</source>
      <translation>Пераводзім сховішча на новыя ключы</translation>
    </message>
    <message>
      <source>No key is trusted here yet, so nobody could open a parcel. Ask the office or a colleague for their key file.</source>
      <translation>Тут пакуль няма ніводнага ключа, якому вы давяраеце, таму пакет ніхто не адкрыў бы. Папрасіце файл ключа ў офіса ці ў калегі.</translation>
    </message>
    <message>
      <source>Read this, note what is to do by hand, then lock. The vault is closed.</source>
      <translation>Прачытайце, занатуйце, што трэба зрабіць самім, потым замкніце. Сховішча закрыта.</translation>
    </message>
    <message>
      <source>Seal: for whom, and where to</source>
      <translation>Запячатванне: для каго і куды</translation>
    </message>
    <message>
      <source>Seal: new keys for this vault</source>
      <translation>Запячатванне: новыя ключы сховішча</translation>
    </message>
    <message>
      <source>Seal: under way</source>
      <translation>Запячатванне: ідзе праца</translation>
    </message>
    <message>
      <source>Seal: what it means</source>
      <translation>Запячатванне: што гэта значыць</translation>
    </message>
    <message>
      <source>Seal: which cases</source>
      <translation>Запячатванне: якія выпадкі</translation>
    </message>
    <message>
      <source>Sealed</source>
      <translation>Запячатана</translation>
    </message>
    <message>
      <source>Step {number} of {count}</source>
      <translation>Крок {number} з {count}</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Спыніць</translation>
    </message>
    <message>
      <source>Stopped. A case whose parcel is written is sealed; the others are still here.</source>
      <translation>Спынена. Выпадак, чый пакет запісаны, запячатаны; астатнія яшчэ тут.</translation>
    </message>
    <message>
      <source>The vault still has its old keys: an expert with your passphrase may find remains of cases on the disk. Give it new ones now.</source>
      <translation>У сховішча яшчэ старыя ключы: спецыяліст з вашай парольнай фразай можа знайсці рэшткі выпадкаў на дыску. Дайце яму новыя цяпер.</translation>
    </message>
    <message>
      <source>There is no case in this vault.</source>
      <translation>У гэтым сховішчы няма выпадкаў.</translation>
    </message>
    <message>
      <source>Type the passphrase and the recovery key.</source>
      <translation>Увядзіце парольную фразу і ключ аднаўлення.</translation>
    </message>
    <message>
      <source>Writing the parcels and reading each one back</source>
      <translation>Запісваем пакеты і чытаем кожны назад</translation>
    </message>
  </context>
  <context>
    <name>SealReceipt</name>
    <message numerus="yes">
      <source>%n backup(s) could not be destroyed. Destroy them yourself.</source>
      <translation>
        <numerusform>%n рэзервовую копію не ўдалося знішчыць. Знішчыце яе самі.</numerusform>
        <numerusform>%n рэзервовыя копіі не ўдалося знішчыць. Знішчыце іх самі.</numerusform>
        <numerusform>%n рэзервовых копій не ўдалося знішчыць. Знішчыце іх самі.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n backup(s) destroyed that held a sealed case</source>
      <translation>
        <numerusform>Знішчана %n рэзервовая копія з запячатаным выпадкам</numerusform>
        <numerusform>Знішчаны %n рэзервовыя копіі з запячатанымі выпадкамі</numerusform>
        <numerusform>Знішчана %n рэзервовых копій з запячатанымі выпадкамі</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n parcel(s). Hand them over soon: no other copy exists.</source>
      <translation>
        <numerusform>%n пакет. Перадайце яго хутчэй: іншай копіі няма.</numerusform>
        <numerusform>%n пакеты. Перадайце іх хутчэй: іншай копіі няма.</numerusform>
        <numerusform>%n пакетаў. Перадайце іх хутчэй: іншай копіі няма.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n word(s) taken off your lists: they named somebody</source>
      <translation>
        <numerusform>%n слова знята з вашых спісаў: яно некага называла</numerusform>
        <numerusform>%n словы зняты з вашых спісаў: яны некага называлі</numerusform>
        <numerusform>%n слоў знята з вашых спісаў: яны некага называлі</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Backups in %n folder(s) are out of reach and may still hold the cases. Destroy them.</source>
      <translation>
        <numerusform>Копіі ў %n папцы недасяжныя і могуць утрымліваць гэтыя выпадкі. Знішчыце іх.</numerusform>
        <numerusform>Копіі ў %n папках недасяжныя і могуць утрымліваць гэтыя выпадкі. Знішчыце іх.</numerusform>
        <numerusform>Копіі ў %n папках недасяжныя і могуць утрымліваць гэтыя выпадкі. Знішчыце іх.</numerusform>
      </translation>
    </message>
    <message>
      <source>Sealed, read back, and removed from here</source>
      <translation>Запячатана, прачытана назад і выдалена адсюль</translation>
    </message>
    <message>
      <source>The new recovery key is the valid one. Burn the old paper.</source>
      <translation>Дзейнічае новы ключ аднаўлення. Спаліце стары аркуш.</translation>
    </message>
    <message>
      <source>The vault has new keys. Your passphrase is the same.</source>
      <translation>У сховішча новыя ключы. Парольная фраза тая ж.</translation>
    </message>
    <message>
      <source>They can be opened by: {names}</source>
      <translation>Іх могуць адкрыць: {names}</translation>
    </message>
    <message>
      <source>Your recovery key on paper stays valid.</source>
      <translation>Ваш ключ аднаўлення на паперы дзейнічае далей.</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>і яшчэ %n</numerusform>
        <numerusform>і яшчэ %n</numerusform>
        <numerusform>і яшчэ %n</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SealedModel</name>
    <message>
      <source>Label</source>
      <translation>Пазнака</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Месяц</translation>
    </message>
    <message>
      <source>Recalled, {day}</source>
      <translation>Адкліканне, {day}</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Стан</translation>
    </message>
  </context>
  <context>
    <name>Sealing</name>
    <message numerus="yes">
      <source>%n case(s) chosen</source>
      <translation>
        <numerusform>Выбраны %n выпадак</numerusform>
        <numerusform>Выбрана %n выпадкі</numerusform>
        <numerusform>Выбрана %n выпадкаў</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) for {names}, into {folder}</source>
      <translation>
        <numerusform>%n выпадак для: {names}, у папку {folder}</numerusform>
        <numerusform>%n выпадкі для: {names}, у папку {folder}</numerusform>
        <numerusform>%n выпадкаў для: {names}, у папку {folder}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) to seal</source>
      <translation>
        <numerusform>Будзе запячатаны %n выпадак</numerusform>
        <numerusform>Будуць запячатаны %n выпадкі</numerusform>
        <numerusform>Будзе запячатана %n выпадкаў</numerusform>
      </translation>
    </message>
    <message>
      <source>A label, if you want one</source>
      <translation>Пазнака, калі патрэбна</translation>
    </message>
    <message>
      <source>Afterwards nobody can open it here</source>
      <translation>Пасля гэтага тут ніхто яго не адкрые</translation>
    </message>
    <message>
      <source>All about sealing</source>
      <translation>Усё пра запячатванне</translation>
    </message>
    <message>
      <source>Best on a stick that goes to them. The file's name tells nothing.</source>
      <translation>Лепш на флэшку, якая пойдзе да іх. Назва файла нічога не кажа.</translation>
    </message>
    <message>
      <source>Choose all</source>
      <translation>Выбраць усе</translation>
    </message>
    <message>
      <source>Choose none</source>
      <translation>Зняць выбар</translation>
    </message>
    <message>
      <source>Each goes, encrypted, into a parcel that only the people whom you choose can open. Every parcel is read back and checked before its case is removed.</source>
      <translation>Кожны, зашыфраваны, ідзе ў пакет, які могуць адкрыць толькі людзі, каго вы выберыце. Кожны пакет чытаецца назад і правяраецца, перш чым выпадак выдаляецца.</translation>
    </message>
    <message>
      <source>Every case leaves this laptop, drafts too</source>
      <translation>Кожны выпадак пакідае гэты ноўтбук, чарнавікі таксама</translation>
    </message>
    <message>
      <source>Finished cases</source>
      <translation>Завершаныя выпадкі</translation>
    </message>
    <message>
      <source>I do not have it here: show me a new one</source>
      <translation>Яе тут няма: пакажыце новы ключ</translation>
    </message>
    <message>
      <source>I have the paper here: the key stays the same</source>
      <translation>Папера ў мяне: ключ застаецца той самы</translation>
    </message>
    <message>
      <source>Into {folder}</source>
      <translation>У папку {folder}</translation>
    </message>
    <message>
      <source>It cannot be undone</source>
      <translation>Гэта нельга адмяніць</translation>
    </message>
    <message>
      <source>It goes, encrypted, into a parcel that only the people whom you choose can open. The parcel is read back and checked before the case is removed.</source>
      <translation>Зашыфраваны, ён ідзе ў пакет, які могуць адкрыць толькі людзі, каго вы выберыце. Пакет чытаецца назад і правяраецца, перш чым выпадак выдаляецца.</translation>
    </message>
    <message>
      <source>It stays the same. The vault moves to new keys, so that nothing that was written under the old ones opens any more.</source>
      <translation>Яна застаецца той самай. Сховішча пераходзіць на новыя ключы, каб нічога, што было запісана пад старымі, больш не адкрывалася.</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Пазнака</translation>
    </message>
    <message>
      <source>Not with your passphrase, not under pressure. You can say so, and it is true. What stays is the word “sealed”, the month, and a label if you want one. Words on your lists that name somebody of the case go with it.</source>
      <translation>Ні з вашай парольнай фразай, ні пад ціскам. Вы можаце так сказаць, і гэта праўда. Застаюцца слова «запячатаны», месяц і пазнака, калі вы яе хочаце. Словы вашых спісаў, якія называюць некага з гэтага выпадку, сыходзяць разам з ім.</translation>
    </message>
    <message>
      <source>Only these people, never this vault. One of them is enough.</source>
      <translation>Толькі гэтыя людзі, але не гэта сховішча. Дастаткова аднаго з іх.</translation>
    </message>
    <message>
      <source>Passphrase of this vault</source>
      <translation>Парольная фраза гэтага сховішча</translation>
    </message>
    <message>
      <source>Recovery key</source>
      <translation>Ключ аднаўлення</translation>
    </message>
    <message>
      <source>Sealed cases leave this laptop for good. Nobody can open them here, you included.</source>
      <translation>Запячатаныя выпадкі пакідаюць гэты ноўтбук назаўсёды. Ніхто не адкрые іх тут, вы таксама.</translation>
    </message>
    <message>
      <source>Somebody who copied the disk or a backup while the case was open, and has your passphrase, can open that copy.</source>
      <translation>Той, хто скапіраваў дыск або рэзервовую копію, пакуль выпадак быў адкрыты, і мае вашу парольную фразу, можа адкрыць сваю копію.</translation>
    </message>
    <message>
      <source>Something typed into these is no answer yet; open and finish: {codes}</source>
      <translation>У гэтых выпадках ёсць уведзенае, што яшчэ не адказ; адкрыйце і завяршыце: {codes}</translation>
    </message>
    <message>
      <source>Stays in this vault, for whoever opens it to read. No name, no place, nothing of the case.</source>
      <translation>Застаецца ў сховішчы, яе прачытае кожны, хто яго адкрые. Ні імя, ні месца, нічога з выпадку.</translation>
    </message>
    <message>
      <source>The case leaves this laptop</source>
      <translation>Выпадак пакідае гэты ноўтбук</translation>
    </message>
    <message>
      <source>The key from your paper</source>
      <translation>Ключ з вашай паперы</translation>
    </message>
    <message>
      <source>The new key, typed back</source>
      <translation>Новы ключ, уведзены яшчэ раз</translation>
    </message>
    <message>
      <source>The vault gets new keys, then it locks</source>
      <translation>Сховішча атрымлівае новыя ключы і замыкаецца</translation>
    </message>
    <message>
      <source>There is no finished case to seal. Finalise a case first.</source>
      <translation>Няма завершаных выпадкаў, каб запячатаць. Спачатку завяршыце выпадак.</translation>
    </message>
    <message>
      <source>This is not the key. Compare it group by group.</source>
      <translation>Гэта не той ключ. Параўнайце яго група за групай.</translation>
    </message>
    <message>
      <source>Two versions of these are here; decide first: {codes}</source>
      <translation>Гэтыя выпадкі тут у дзвюх версіях; спачатку вырашыце: {codes}</translation>
    </message>
    <message>
      <source>What is not promised</source>
      <translation>Чаго мы не абяцаем</translation>
    </message>
    <message>
      <source>Where the parcel is written</source>
      <translation>Куды запісаць пакет</translation>
    </message>
    <message>
      <source>Who can open the parcel</source>
      <translation>Хто зможа адкрыць пакет</translation>
    </message>
    <message>
      <source>Write it on paper. The old paper is worthless afterwards.</source>
      <translation>Запішыце яго на паперы. Старая папера пасля гэтага нічога не вартая.</translation>
    </message>
    <message>
      <source>You cannot read, change, search or share it any more. If the parcel is lost before the others have it, the case is lost. Copy it to them soon.</source>
      <translation>Вы больш не зможаце чытаць, змяняць, шукаць ці перадаваць яго. Калі пакет згубіцца раней, чым яго атрымаюць, выпадак страчаны. Перадайце яго хутчэй.</translation>
    </message>
    <message>
      <source>You need your passphrase, which stays the same, and your recovery key. Backups within reach that hold the case are destroyed; those on sticks elsewhere you destroy yourself.</source>
      <translation>Спатрэбяцца парольная фраза, якая не зменіцца, і ключ аднаўлення. Дасяжныя рэзервовыя копіі з гэтым выпадкам знішчаюцца; тыя, што на флэшках у іншым месцы, знішчыце самі.</translation>
    </message>
  </context>
  <context>
    <name>Search</name>
    <message numerus="yes">
      <source>%n hit(s)</source>
      <translation>
        <numerusform>%n вынік</numerusform>
        <numerusform>%n вынікі</numerusform>
        <numerusform>%n вынікаў</numerusform>
      </translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Адказ</translation>
    </message>
    <message>
      <source>Case code</source>
      <translation>Код выпадку</translation>
    </message>
    <message>
      <source>Consent</source>
      <translation>Згода</translation>
    </message>
    <message>
      <source>Nothing found. Try fewer letters of the word.</source>
      <translation>Нічога не знойдзена. Паспрабуйце менш літар слова.</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>Асоба</translation>
    </message>
    <message>
      <source>Search results</source>
      <translation>Вынікі пошуку</translation>
    </message>
    <message>
      <source>Statement</source>
      <translation>Аповед</translation>
    </message>
  </context>
  <context>
    <name>SearchField</name>
    <message>
      <source>Empty the search field</source>
      <translation>Ачысціць поле пошуку</translation>
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message>
      <source>A code, not a name: interviewers are at risk too.</source>
      <translation>Код, а не імя: інтэрв'юеры таксама ў небяспецы.</translation>
    </message>
    <message>
      <source>A sealed case can be opened by your colleagues or the office alone, and never again on this laptop.</source>
      <translation>Запячатаны выпадак могуць адкрыць толькі калегі або офіс, а на гэтым ноўтбуку — ужо ніколі.</translation>
    </message>
    <message>
      <source>A second panic key beside F12</source>
      <translation>Другая трывожная клавіша апроч F12</translation>
    </message>
    <message>
      <source>A second vault, encrypted in the same way, on another drive.</source>
      <translation>Другое сховішча, зашыфраванае гэтак жа, на іншым дыску.</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Дадаць</translation>
    </message>
    <message>
      <source>An earlier state</source>
      <translation>Ранейшы стан</translation>
    </message>
    <message>
      <source>Another person sees exactly what would leave. Where a colleague's key is trusted, the colleague signs it.</source>
      <translation>Іншы чалавек бачыць менавіта тое, што выйдзе. Калі ёсць давераны ключ калегі, калега падпісвае.</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Выгляд</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Сістэмныя</translation>
    </message>
    <message>
      <source>Asked for</source>
      <translation>Патрабуецца</translation>
    </message>
    <message>
      <source>Back up here</source>
      <translation>Захаваць копію тут</translation>
    </message>
    <message>
      <source>Back up now</source>
      <translation>Зрабіць копію</translation>
    </message>
    <message numerus="yes">
      <source>Backed up and checked: %n case(s), {size} MB, in {path}</source>
      <translation>
        <numerusform>Скапіравана і праверана: %n выпадак, {size} МБ, у {path}</numerusform>
        <numerusform>Скапіравана і праверана: %n выпадкі, {size} МБ, у {path}</numerusform>
        <numerusform>Скапіравана і праверана: %n выпадкаў, {size} МБ, у {path}</numerusform>
      </translation>
    </message>
    <message>
      <source>Backup</source>
      <translation>Рэзервовая копія</translation>
    </message>
    <message>
      <source>Balanced</source>
      <translation>Узважана</translation>
    </message>
    <message>
      <source>Below 5 people are easier to recognise. Have a reason.</source>
      <translation>Калі менш за 5, людзей лягчэй пазнаць. На гэта патрэбна прычына.</translation>
    </message>
    <message>
      <source>Best on a drive that you keep elsewhere. It opens like this vault.</source>
      <translation>Лепш за ўсё на дыску, які вы трымаеце ў іншым месцы. Адкрываецца як гэта сховішча.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Скасаваць</translation>
    </message>
    <message>
      <source>Catch up</source>
      <translation>Усё занатавана?</translation>
    </message>
    <message>
      <source>Chain of changes</source>
      <translation>Ланцуг змен</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Змяніць</translation>
    </message>
    <message>
      <source>Change it</source>
      <translation>Змяніць</translation>
    </message>
    <message>
      <source>Change the passphrase</source>
      <translation>Змяніць парольную фразу</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Праверка</translation>
    </message>
    <message>
      <source>Check the vault</source>
      <translation>Праверыць</translation>
    </message>
    <message>
      <source>Checking every record.</source>
      <translation>Правяраем кожны запіс.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Колеры</translation>
    </message>
    <message>
      <source>Commit counter</source>
      <translation>Лічыльнік запісаў</translation>
    </message>
    <message>
      <source>Compare them with the words that you wrote down at the last lock. If they are the same, nobody has exchanged the files since. If not, show the vault to who looks after your security.</source>
      <translation>Параўнайце іх са словамі, якія вы запісалі пры апошнім замыканні. Калі яны тыя самыя, ніхто з таго часу не падмяніў файлы. Калі не, пакажыце сховішча таму, хто дбае пра вашу бяспеку.</translation>
    </message>
    <message>
      <source>Copies of the vault made before keep the old one.</source>
      <translation>У копіях сховішча, зробленых раней, застаецца старая.</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Цёмныя</translation>
    </message>
    <message>
      <source>Database</source>
      <translation>База даных</translation>
    </message>
    <message>
      <source>Deriving both keys. This takes a few seconds.</source>
      <translation>Вылічаем абодва ключы. Гэта зойме некалькі секунд.</translation>
    </message>
    <message>
      <source>Deriving the key. This takes a few seconds.</source>
      <translation>Вылічаем ключ. Гэта зойме некалькі секунд.</translation>
    </message>
    <message>
      <source>Destroy</source>
      <translation>Знішчыць</translation>
    </message>
    <message>
      <source>Destroy access</source>
      <translation>Знішчыць доступ</translation>
    </message>
    <message>
      <source>Destroying access</source>
      <translation>Знішчэнне доступу</translation>
    </message>
    <message>
      <source>Everything is recorded</source>
      <translation>Усё занатавана</translation>
    </message>
    <message>
      <source>Everything is whole.</source>
      <translation>Усё цэлае.</translation>
    </message>
    <message>
      <source>Fewer minutes</source>
      <translation>Менш хвілін</translation>
    </message>
    <message>
      <source>Fewer people</source>
      <translation>Менш людзей</translation>
    </message>
    <message>
      <source>For names of groups that must never leave, and for words that are wrongly proposed. Who is recorded in this vault is hidden whatever stands here. The list stays when a case is erased.</source>
      <translation>Для назваў суполак, якія ніколі не павінны выйсці, і для слоў, якія прапануюцца памылкова. Хто запісаны ў гэтым сховішчы, схаваны, што б тут ні стаяла. Спіс застаецца, калі выпадак сціраюць.</translation>
    </message>
    <message>
      <source>Header</source>
      <translation>Загаловак</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>Кантрасныя</translation>
    </message>
    <message>
      <source>If one was, or you are not sure, leave this open. Then nobody who is in this vault now leaves in a bundle any more, because nobody can tell who has left already.</source>
      <translation>Калі запісваўся або вы не ўпэўненыя, пакіньце поле пустым. Тады ніхто з тых, хто цяпер у сховішчы, больш не трапіць ні ў адзін камплект, бо ўжо нельга сказаць, хто ў іх быў.</translation>
    </message>
    <message>
      <source>Interviewer's code</source>
      <translation>Код інтэрв'юера</translation>
    </message>
    <message>
      <source>Is everything recorded that came after this state?</source>
      <translation>Ці занатавана ўсё, што было пасля гэтага стану?</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Мова</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Большы тэкст</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Светлыя</translation>
    </message>
    <message>
      <source>Lock after minutes without input</source>
      <translation>Замыкаць праз столькі хвілін без дзеянняў</translation>
    </message>
    <message>
      <source>Locking</source>
      <translation>Замыканне</translation>
    </message>
    <message>
      <source>Looking after the vault</source>
      <translation>Догляд за сховішчам</translation>
    </message>
    <message>
      <source>More minutes</source>
      <translation>Больш хвілін</translation>
    </message>
    <message>
      <source>More people</source>
      <translation>Больш людзей</translation>
    </message>
    <message>
      <source>Move to new keys</source>
      <translation>Перайсці на новыя ключы</translation>
    </message>
    <message>
      <source>New interviews</source>
      <translation>Новыя гутаркі</translation>
    </message>
    <message>
      <source>New keys</source>
      <translation>Новыя ключы</translation>
    </message>
    <message>
      <source>No bundle is written until what came after it is recorded.</source>
      <translation>Ніводзін камплект не запісваецца, пакуль не занатавана тое, што было пасля.</translation>
    </message>
    <message>
      <source>No bundle was written after this state</source>
      <translation>Пасля гэтага стану ніводзін камплект не запісваўся</translation>
    </message>
    <message>
      <source>Nobody can open the vault afterwards, you neither.</source>
      <translation>Пасля гэтага сховішча не адкрые ніхто, вы таксама.</translation>
    </message>
    <message>
      <source>Nobody in a bundle can be told from fewer people than this.</source>
      <translation>У камплекце нікога нельга вылучыць з меншай колькасці людзей.</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Няма</translation>
    </message>
    <message>
      <source>None: no statement leaves</source>
      <translation>Ніяк: аповеды не перадаюцца</translation>
    </message>
    <message>
      <source>Not asked for</source>
      <translation>Не патрабуецца</translation>
    </message>
    <message>
      <source>Not offered</source>
      <translation>Не прапаноўваць</translation>
    </message>
    <message>
      <source>Noted. Bundles can be written again.</source>
      <translation>Занатавана. Камплекты зноў можна запісваць.</translation>
    </message>
    <message>
      <source>Nothing is on the list yet.</source>
      <translation>У спісе пакуль нічога няма.</translation>
    </message>
    <message>
      <source>Of the window. Interviews have a language of their own.</source>
      <translation>Мова акна. У гутарак мова свая.</translation>
    </message>
    <message>
      <source>Offer it</source>
      <translation>Прапаноўваць</translation>
    </message>
    <message>
      <source>Offer it on the locked page</source>
      <translation>Прапаноўваць на старонцы замка</translation>
    </message>
    <message>
      <source>Offer to destroy access on the locked page?</source>
      <translation>Прапаноўваць знішчэнне доступу на старонцы замка?</translation>
    </message>
    <message>
      <source>Offered</source>
      <translation>Прапаноўваць</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Парольная фраза</translation>
    </message>
    <message>
      <source>Passphrase and recovery key</source>
      <translation>Парольная фраза і ключ аднаўлення</translation>
    </message>
    <message>
      <source>Passphrase until now</source>
      <translation>Цяперашняя парольная фраза</translation>
    </message>
    <message>
      <source>Passphrase, to prove that the backup opens</source>
      <translation>Парольная фраза, каб праверыць, што копія адкрываецца</translation>
    </message>
    <message>
      <source>Press it here. It locks at once, wherever you are.</source>
      <translation>Націсніце яе тут. Яна замыкае адразу, дзе б вы ні былі.</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Праект</translation>
    </message>
    <message>
      <source>Proves that a backup opens, without restoring it.</source>
      <translation>Даказвае, што копія адкрываецца, без аднаўлення.</translation>
    </message>
    <message>
      <source>Reads everything once and compares it with its seals.</source>
      <translation>Адзін раз чытае ўсё і звярае з пячаткамі.</translation>
    </message>
    <message>
      <source>Recovery key</source>
      <translation>Ключ аднаўлення</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Замяніць</translation>
    </message>
    <message>
      <source>Replace it</source>
      <translation>Замяніць</translation>
    </message>
    <message>
      <source>Replace it when the paper may have been seen.</source>
      <translation>Замяніце яго, калі паперу мог нехта бачыць.</translation>
    </message>
    <message>
      <source>Replace the recovery key</source>
      <translation>Замяніць ключ аднаўлення</translation>
    </message>
    <message>
      <source>Restore drill</source>
      <translation>Праба аднаўлення</translation>
    </message>
    <message>
      <source>Sealing when a case is finalised</source>
      <translation>Запячатванне, калі выпадак завершаны</translation>
    </message>
    <message>
      <source>Search index</source>
      <translation>Пошукавы індэкс</translation>
    </message>
    <message>
      <source>Searching statements for names</source>
      <translation>Пошук імёнаў у аповедах</translation>
    </message>
    <message>
      <source>Second look before a statement leaves</source>
      <translation>Другі прагляд перад перадачай аповеду</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Налады</translation>
    </message>
    <message>
      <source>Sharing</source>
      <translation>Перадача</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Меншы тэкст</translation>
    </message>
    <message>
      <source>Smallest group of people</source>
      <translation>Найменшая група людзей</translation>
    </message>
    <message>
      <source>State when the vault was opened</source>
      <translation>Стан, у якім сховішча было адкрыта</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Спыніць</translation>
    </message>
    <message>
      <source>Strict</source>
      <translation>Строга</translation>
    </message>
    <message>
      <source>Strict suggests more words than needed, and misses fewer. With none, no statement leaves this vault in a bundle.</source>
      <translation>Строгі пошук прапануе больш слоў, чым трэба, і прапускае менш. Без пошуку ніводзін аповед не трапляе з гэтага сховішча ў камплект.</translation>
    </message>
    <message>
      <source>Take off the list</source>
      <translation>Прыбраць са спіса</translation>
    </message>
    <message>
      <source>Taken off the list.</source>
      <translation>Прыбрана са спіса.</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>Памер тэксту</translation>
    </message>
    <message>
      <source>Text size in per cent</source>
      <translation>Памер тэксту ў працэнтах</translation>
    </message>
    <message>
      <source>The last minute is counted down where you can see it.</source>
      <translation>Апошняя хвіліна адлічваецца ў вас на вачах.</translation>
    </message>
    <message>
      <source>The passphrase is changed.</source>
      <translation>Парольная фраза зменена.</translation>
    </message>
    <message>
      <source>The recovery key is replaced. Burn the old paper.</source>
      <translation>Ключ аднаўлення заменены. Спаліце старую паперу.</translation>
    </message>
    <message>
      <source>The vault is damaged. Below each part stands what to do; what can be read is rescued from the locked page.</source>
      <translation>Сховішча пашкоджанае. Пад кожнай часткай напісана, што рабіць; тое, што чытаецца, ратуюць са старонкі замка.</translation>
    </message>
    <message>
      <source>This is not the key. Compare it group by group.</source>
      <translation>Гэта не той ключ. Параўнайце яго група за групай.</translation>
    </message>
    <message>
      <source>This key is used elsewhere. Take a function key, or one with Ctrl or Alt.</source>
      <translation>Гэта клавіша ўжо занятая. Вазьміце функцыянальную або спалучэнне з Ctrl ці Alt.</translation>
    </message>
    <message>
      <source>Try a backup</source>
      <translation>Паспрабаваць копію</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Адмяніць</translation>
    </message>
    <message>
      <source>What is done with the words</source>
      <translation>Што рабіць са словамі</translation>
    </message>
    <message>
      <source>When somebody may have copied the vault and knows its secret.</source>
      <translation>Калі нехта мог скапіраваць сховішча і ведае яго сакрэт.</translation>
    </message>
    <message>
      <source>Where should the backup go?</source>
      <translation>Куды пакласці рэзервовую копію?</translation>
    </message>
    <message>
      <source>Who took consent back since then, and what left in bundles, is not in this vault. Record every withdrawal and erase what had to be erased. If you do not know all of it, or did not restore a backup yourself, cancel and ask whoever looks after your security. After this, bundles can be written again.</source>
      <translation>Хто з таго часу адклікаў згоду і што выйшла ў камплектах, у гэтым сховішчы няма. Занатуйце кожнае адкліканне і сатрыце тое, што трэба было сцерці. Калі вы не ведаеце ўсяго або не аднаўлялі копію самі, скасуйце і спытайце таго, хто адказвае за вашу бяспеку. Пасля гэтага камплекты зноў можна запісваць.</translation>
    </message>
    <message>
      <source>Whoever starts the program then sees that it is offered.</source>
      <translation>Кожны, хто запусціць праграму, убачыць, што гэта прапануецца.</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Словы</translation>
    </message>
    <message>
      <source>Words for the list</source>
      <translation>Словы для спіса</translation>
    </message>
    <message>
      <source>Words to hide, words to leave</source>
      <translation>Словы, якія хаваць, і словы, якія пакідаць</translation>
    </message>
    <message>
      <source>Write the new key on paper, then type it back from there.</source>
      <translation>Запішыце новы ключ на паперы, потым увядзіце яго адтуль.</translation>
    </message>
    <message>
      <source>Writing and checking the backup.</source>
      <translation>Запісваем і правяраем рэзервовую копію.</translation>
    </message>
  </context>
  <context>
    <name>ShortcutSheet</name>
    <message>
      <source>&amp;Close</source>
      <translation>&amp;Закрыць</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Дапамога</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Клавішы</translation>
    </message>
    <message>
      <source>Words, and the door</source>
      <translation>Словы і дзверы</translation>
    </message>
  </context>
  <context>
    <name>StatusStrip</name>
    <message numerus="yes">
      <source>%n change(s) not saved yet</source>
      <translation>
        <numerusform>%n змена яшчэ не захавана</numerusform>
        <numerusform>%n змены яшчэ не захаваны</numerusform>
        <numerusform>%n змен яшчэ не захавана</numerusform>
      </translation>
    </message>
    <message>
      <source>Any key or movement keeps it open.</source>
      <translation>Любая клавіша або рух пакінуць адкрытым.</translation>
    </message>
    <message>
      <source>Locks in {time}</source>
      <translation>Замкнецца праз {time}</translation>
    </message>
    <message>
      <source>Saved {time}</source>
      <translation>Захавана {time}</translation>
    </message>
    <message>
      <source>Saves by itself</source>
      <translation>Захоўваецца само</translation>
    </message>
    <message>
      <source>These made-up cases are thrown away in {time}</source>
      <translation>Гэтыя прыдуманыя выпадкі будуць выдалены праз {time}</translation>
    </message>
    <message>
      <source>Time until the vault locks</source>
      <translation>Час да замыкання сховішча</translation>
    </message>
  </context>
  <context>
    <name>TeamPage</name>
    <message numerus="yes">
      <source>%n case(s) in two versions</source>
      <translation>
        <numerusform>%n выпадак у дзвюх версіях</numerusform>
        <numerusform>%n выпадкі ў дзвюх версіях</numerusform>
        <numerusform>%n выпадкаў у дзвюх версіях</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Seal cases</source>
      <translation>Запя&amp;чатаць выпадкі</translation>
    </message>
    <message>
      <source>A parcel or a recall</source>
      <translation>Пакет або адкліканне</translation>
    </message>
    <message>
      <source>Add a key file</source>
      <translation>Дадаць файл ключа</translation>
    </message>
    <message>
      <source>Before a border or a journey</source>
      <translation>Перад мяжой або дарогай</translation>
    </message>
    <message>
      <source>Choose a line to recall it.</source>
      <translation>Выберыце радок, каб яго адклікаць.</translation>
    </message>
    <message>
      <source>Decide</source>
      <translation>Вырашыць</translation>
    </message>
    <message>
      <source>Every case, drafts too. Afterwards no case opens here.</source>
      <translation>Кожны выпадак, чарнавікі таксама. Потым тут не адкрыецца ніводзін.</translation>
    </message>
    <message>
      <source>Forget it</source>
      <translation>Забыць</translation>
    </message>
    <message>
      <source>Forget the key of {name}</source>
      <translation>Забыць ключ: {name}</translation>
    </message>
    <message>
      <source>Forget the key of {name}?</source>
      <translation>Забыць ключ ({name})?</translation>
    </message>
    <message>
      <source>From somebody whose key you trust. The file itself stays.</source>
      <translation>Ад таго, чыйму ключу вы давяраеце. Сам файл застаецца.</translation>
    </message>
    <message>
      <source>Its six words</source>
      <translation>Яго шэсць слоў</translation>
    </message>
    <message>
      <source>Keep it</source>
      <translation>Пакінуць</translation>
    </message>
    <message>
      <source>Keys that you trust</source>
      <translation>Ключы, якім вы давяраеце</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Паглядзець</translation>
    </message>
    <message>
      <source>Neither leaves this vault before somebody has decided.</source>
      <translation>Ніводная не выйдзе са сховішча, пакуль нехта не вырашыць.</translation>
    </message>
    <message>
      <source>No case is sealed yet.</source>
      <translation>Яшчэ нічога не запячатана.</translation>
    </message>
    <message>
      <source>Nobody can open them here: only who has the parcel.</source>
      <translation>Тут іх не адкрые ніхто: толькі той, у каго пакет.</translation>
    </message>
    <message>
      <source>Nobody yet. Ask the office for its key file, on a stick.</source>
      <translation>Пакуль нікому. Папрасіце ў офіса файл ключа, на флэшцы.</translation>
    </message>
    <message>
      <source>Nothing can be sealed for it and nothing signed with it is received any more. Parcels that are written already can still be opened with it.</source>
      <translation>Для яго больш нічога нельга запячатаць, і падпісанае ім больш не прымаецца. Ужо запісаныя пакеты ён па-ранейшаму адкрывае.</translation>
    </message>
    <message>
      <source>Only these people can open what you seal, and only what they signed is received.</source>
      <translation>Толькі гэтыя людзі могуць адкрыць тое, што вы запячаталі, і толькі падпісанае імі прымаецца.</translation>
    </message>
    <message>
      <source>Opening the parcel and checking every record</source>
      <translation>Адкрываем пакет і правяраем кожны запіс</translation>
    </message>
    <message>
      <source>Parcels for this vault</source>
      <translation>Пакеты для гэтага сховішча</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Адклікаць</translation>
    </message>
    <message>
      <source>Receive</source>
      <translation>Прыняць</translation>
    </message>
    <message>
      <source>Save the key file</source>
      <translation>Захаваць файл ключа</translation>
    </message>
    <message>
      <source>Seal all</source>
      <translation>Запячатаць усё</translation>
    </message>
    <message>
      <source>Seal everything</source>
      <translation>Запячатаць усё</translation>
    </message>
    <message>
      <source>Sealed cases</source>
      <translation>Запячатаныя выпадкі</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>Каманда</translation>
    </message>
    <message>
      <source>The key of {name} is trusted from now on.</source>
      <translation>Ключу ({name}) цяпер давяраюць.</translation>
    </message>
    <message>
      <source>The parcel or the recall</source>
      <translation>Пакет або адкліканне</translation>
    </message>
    <message>
      <source>The person took consent back: write a recall for the office</source>
      <translation>Чалавек адклікаў згоду: запісаць адкліканне для офіса</translation>
    </message>
    <message>
      <source>The recall is in {path}. Hand it to whoever has the parcel, soon.</source>
      <translation>Адкліканне ў {path}. Перадайце яго хутчэй таму, у каго пакет.</translation>
    </message>
    <message>
      <source>The six words as a code for a camera</source>
      <translation>Шэсць слоў як код для камеры</translation>
    </message>
    <message>
      <source>What is left on this laptop</source>
      <translation>Што засталося на гэтым ноўтбуку</translation>
    </message>
    <message>
      <source>What somebody with your passphrase would find.</source>
      <translation>Што знойдзе чалавек з вашай парольнай фразай.</translation>
    </message>
    <message>
      <source>Where to write the recall</source>
      <translation>Куды запісаць адкліканне</translation>
    </message>
    <message>
      <source>Whoever sends you parcels or gets bundles from you needs the key file once, and compares these words with you in a call or face to face. The file is no secret and opens nothing.</source>
      <translation>Таму, хто дасылае вам пакеты або атрымлівае ад вас камплекты, файл ключа патрэбны адзін раз; словы ён звярае з вамі па тэлефоне ці пры сустрэчы. Файл не сакрэтны і нічога не адкрывае.</translation>
    </message>
    <message>
      <source>Words that readers of bundles see</source>
      <translation>Словы, якія бачаць чытачы камплектаў</translation>
    </message>
    <message>
      <source>Write here</source>
      <translation>Запісаць сюды</translation>
    </message>
    <message>
      <source>Your key</source>
      <translation>Ваш ключ</translation>
    </message>
  </context>
  <context>
    <name>TeamWays</name>
    <message>
      <source>A sealing was interrupted: the cases are sealed, but the vault still has its old keys. Finish it before you travel.</source>
      <translation>Запячатванне было перапынена: выпадкі запячатаны, але ў сховішча яшчэ старыя ключы. Завяршыце яго да дарогі.</translation>
    </message>
    <message>
      <source>Finish the sealing</source>
      <translation>Завяршыць</translation>
    </message>
    <message>
      <source>Go on to sealing</source>
      <translation>Перайсці да запячатвання</translation>
    </message>
    <message>
      <source>It is finalised. Once it is sealed, only the people whom you choose can open it, and nobody ever again on this laptop. Nothing happens before the last step.</source>
      <translation>Ён завершаны. Калі яго запячатаць, яго змогуць адкрыць толькі людзі, якіх вы выберыце, а на гэтым ноўтбуку — ужо ніхто і ніколі. Да апошняга кроку нічога не адбудзецца.</translation>
    </message>
    <message>
      <source>New keys</source>
      <translation>Новыя ключы</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Не цяпер</translation>
    </message>
    <message>
      <source>Seal this case now?</source>
      <translation>Запячатаць гэты выпадак цяпер?</translation>
    </message>
    <message>
      <source>This vault was rescued without its settings. It does not know any more where its backups are, which cases were erased in it, and which recalls belong to its cases. Give it new keys.</source>
      <translation>Гэта сховішча выратавана без сваіх налад. Яно больш не ведае, дзе яго рэзервовыя копіі, якія выпадкі ў ім сцёрлі і якія адкліканні датычаць яго выпадкаў. Дайце яму новыя ключы.</translation>
    </message>
  </context>
  <context>
    <name>TrustSheet</name>
    <message>
      <source>All six are the same: trust this key</source>
      <translation>Усе шэсць супадаюць: давяраць ключу</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Скасаваць</translation>
    </message>
    <message>
      <source>Is this really their key?</source>
      <translation>Ці гэта сапраўды ключ гэтага чалавека?</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Назва</translation>
    </message>
    <message>
      <source>Ring the owner up, or meet them, and have them read out the six words of their key. If one word differs, or if you cannot reach them now, cancel: somebody may have exchanged the file, and would read what you send.</source>
      <translation>Патэлефануйце ўладальніку ключа ці сустрэньцеся з ім, хай прачытае ўголас шэсць слоў свайго ключа. Калі хоць адно слова іншае або вы не можаце звязацца з ім цяпер, скасуйце: магчыма, файл падмянілі, і тое, што вы дасылаеце, чытаў бы нехта іншы.</translation>
    </message>
    <message>
      <source>The six words of this file</source>
      <translation>Шэсць слоў гэтага файла</translation>
    </message>
    <message>
      <source>Whose key it is</source>
      <translation>Чый гэта ключ</translation>
    </message>
  </context>
  <context>
    <name>Trusting</name>
    <message>
      <source>Look at this key</source>
      <translation>Паглядзець гэты ключ</translation>
    </message>
    <message>
      <source>Public key file of a colleague, the office or a recipient</source>
      <translation>Файл публічнага ключа калегі, офіса або атрымальніка</translation>
    </message>
    <message>
      <source>This key is trusted already, as {name}.</source>
      <translation>Гэтаму ключу ўжо давяраюць: {name}.</translation>
    </message>
  </context>
  <context>
    <name>Unlock</name>
    <message>
      <source>&amp;Unlock</source>
      <translation>&amp;Адкрыць</translation>
    </message>
    <message>
      <source>Another vault</source>
      <translation>Іншае сховішча</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Скасаваць</translation>
    </message>
    <message>
      <source>Deriving the key. This takes about a second, on purpose.</source>
      <translation>Вылічаем ключ. Гэта наўмысна доўжыцца каля секунды.</translation>
    </message>
    <message>
      <source>Destroy access</source>
      <translation>Знішчыць доступ</translation>
    </message>
    <message>
      <source>Open a bundle</source>
      <translation>Адкрыць камплект</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Парольная фраза</translation>
    </message>
    <message>
      <source>Recovery key</source>
      <translation>Ключ аднаўлення</translation>
    </message>
    <message>
      <source>Rescue</source>
      <translation>Выратаваць</translation>
    </message>
    <message>
      <source>Restore a backup</source>
      <translation>Аднавіць з копіі</translation>
    </message>
    <message>
      <source>State when it was locked: {words}</source>
      <translation>Стан пры блакіроўцы: {words}</translation>
    </message>
    <message>
      <source>The vault is closed. Nothing in it can be read without its key.</source>
      <translation>Сховішча замкнёна. Без ключа ў ім нічога нельга прачытаць.</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>Адкрыць сховішча</translation>
    </message>
    <message>
      <source>Write these words down. After unlocking, the settings show the same ones, unless somebody has changed the vault meanwhile.</source>
      <translation>Запішыце гэтыя словы. Пасля адкрыцця налады пакажуць тыя самыя, калі за гэты час ніхто не змяніў сховішча.</translation>
    </message>
  </context>
  <context>
    <name>VaultWords</name>
    <message>
      <source>It can be read, but no bundle leaves it. Record the withdrawals made since then, then state it under Settings: Catch up.</source>
      <translation>Чытаць яго можна, але камплекты з яго не выходзяць. Занатуйце адкліканні згоды, якія былі пасля, потым пацвердзіце гэта: «Налады», «Усё занатавана?».</translation>
    </message>
    <message>
      <source>Some records of this vault were removed or put back, and not by this program. Let nothing leave, and record nothing more. Restore the newest good backup, and show the vault to whoever looks after your security.</source>
      <translation>Некаторыя запісы гэтага сховішча выдалілі або вярнулі да ранейшых, і не гэтай праграмай. Нічога не перадавайце і больш нічога не запісвайце. Аднавіце апошнюю добрую копію і пакажыце сховішча таму, хто адказвае за вашу бяспеку.</translation>
    </message>
    <message>
      <source>The commit counter, which tells when a vault is put back, cannot be read or is older than the vault. So this may be an earlier state.</source>
      <translation>Лічыльнік запісаў, які паказвае, ці не вярнулі сховішча назад, не чытаецца або старэйшы за сховішча. Таму гэта можа быць ранейшы стан.</translation>
    </message>
    <message>
      <source>The database of this vault was put back to an earlier state.</source>
      <translation>База гэтага сховішча вернута да ранейшага стану.</translation>
    </message>
    <message>
      <source>The header of this vault was put back to an earlier state: a passphrase that was replaced may open it again.</source>
      <translation>Загаловак гэтага сховішча вернуты да ранейшага стану: парольная фраза, якую замянілі, можа зноў яго адчыняць.</translation>
    </message>
    <message>
      <source>The vault is damaged ({part}). Record nothing more in it. Settings, Check the vault, shows what is damaged. Restore the newest good backup; what is in none can be rescued. The locked page offers both.</source>
      <translation>Сховішча пашкоджана ({part}). Больш нічога ў яго не запісвайце. Што пашкоджана, паказвае праверка ў наладах. Аднавіце апошнюю добрую копію; чаго ні ў адной няма, можна выратаваць. І тое, і другое ёсць на старонцы замка.</translation>
    </message>
    <message>
      <source>This is a backup that was opened where it lies. Better restore it.</source>
      <translation>Гэта копія, адчыненая там, дзе яна ляжыць. Лепш аднавіце яе.</translation>
    </message>
    <message>
      <source>This vault was rescued from a damaged one, and some of it may be missing.</source>
      <translation>Гэта сховішча выратавана з пашкоджанага, і нечага ў ім можа не хапаць.</translation>
    </message>
    <message>
      <source>This vault was restored from a backup.</source>
      <translation>Гэта сховішча адноўлена з копіі.</translation>
    </message>
  </context>
  <context>
    <name>WhatIsLeft</name>
    <message numerus="yes">
      <source>%n backup(s) with sealed cases</source>
      <translation>
        <numerusform>%n рэзервовая копія з запячатанымі выпадкамі</numerusform>
        <numerusform>%n рэзервовыя копіі з запячатанымі выпадкамі</numerusform>
        <numerusform>%n рэзервовых копій з запячатанымі выпадкамі</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n bundle(s) in the ledger</source>
      <translation>
        <numerusform>%n камплект у рэестры</numerusform>
        <numerusform>%n камплекты ў рэестры</numerusform>
        <numerusform>%n камплектаў у рэестры</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) that can be opened</source>
      <translation>
        <numerusform>%n выпадак, які можна адкрыць</numerusform>
        <numerusform>%n выпадкі, якія можна адкрыць</numerusform>
        <numerusform>%n выпадкаў, якія можна адкрыць</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n digest(s) by which somebody's name could be tried out</source>
      <translation>
        <numerusform>%n адбітак, на якім можна падабраць нечае імя</numerusform>
        <numerusform>%n адбіткі, на якіх можна падабраць нечае імя</numerusform>
        <numerusform>%n адбіткаў, на якіх можна падабраць нечае імя</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n folder(s) with backups out of reach</source>
      <translation>
        <numerusform>%n недасяжная папка з рэзервовымі копіямі</numerusform>
        <numerusform>%n недасяжныя папкі з рэзервовымі копіямі</numerusform>
        <numerusform>%n недасяжных папак з рэзервовымі копіямі</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n note(s) of sealed cases</source>
      <translation>
        <numerusform>%n пазнака пра запячатаны выпадак</numerusform>
        <numerusform>%n пазнакі пра запячатаныя выпадкі</numerusform>
        <numerusform>%n пазнак пра запячатаныя выпадкі</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them draft(s)</source>
      <translation>
        <numerusform>з іх %n чарнавік</numerusform>
        <numerusform>з іх %n чарнавікі</numerusform>
        <numerusform>з іх %n чарнавікоў</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n trusted key(s)</source>
      <translation>
        <numerusform>%n давераны ключ</numerusform>
        <numerusform>%n давераныя ключы</numerusform>
        <numerusform>%n давераных ключоў</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n with a label</source>
      <translation>
        <numerusform>%n з пазнакай</numerusform>
        <numerusform>%n з пазнакай</numerusform>
        <numerusform>%n з пазнакай</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n word(s) on the lists</source>
      <translation>
        <numerusform>%n слова ў спісах</numerusform>
        <numerusform>%n словы ў спісах</numerusform>
        <numerusform>%n слоў у спісах</numerusform>
      </translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Закрыць</translation>
    </message>
    <message>
      <source>No backup that holds a sealed case</source>
      <translation>Няма рэзервовых копій з запячатанымі выпадкамі</translation>
    </message>
    <message>
      <source>No setting that tells of you or your team</source>
      <translation>Няма налад, якія кажуць пра вас або каманду</translation>
    </message>
    <message>
      <source>Nobody can open a case on this laptop. What is below can be read by whoever has the passphrase.</source>
      <translation>Ніхто не адкрые выпадак на гэтым ноўтбуку. Тое, што ніжэй, прачытае той, у каго парольная фраза.</translation>
    </message>
    <message>
      <source>Settings that tell of you or your team</source>
      <translation>Налады, якія кажуць пра вас або каманду</translation>
    </message>
    <message>
      <source>The vault awaits new keys</source>
      <translation>Сховішча чакае новых ключоў</translation>
    </message>
    <message>
      <source>The vault still has its old keys: an expert may find remains of cases.</source>
      <translation>У сховішча яшчэ старыя ключы: спецыяліст можа знайсці рэшткі выпадкаў.</translation>
    </message>
    <message>
      <source>They may name people or groups: see the settings.</source>
      <translation>Яны могуць называць людзей або групы: гл. налады.</translation>
    </message>
    <message>
      <source>What is left on this laptop</source>
      <translation>Што засталося на гэтым ноўтбуку</translation>
    </message>
    <message>
      <source>Whoever has the passphrase can read what is below. Lines with a warning are about cases that can still be opened.</source>
      <translation>Той, у каго парольная фраза, прачытае тое, што ніжэй. Радкі з папярэджаннем — пра выпадкі, якія яшчэ можна адкрыць.</translation>
    </message>
    <message>
      <source>With the names that you gave to their owners.</source>
      <translation>З імёнамі, якія вы далі іх уладальнікам.</translation>
    </message>
    <message>
      <source>the interviewer's code</source>
      <translation>код інтэрв'юера</translation>
    </message>
    <message>
      <source>the name of the vault</source>
      <translation>назва сховішча</translation>
    </message>
    <message>
      <source>the project</source>
      <translation>праект</translation>
    </message>
  </context>
  <context>
    <name>WhoseSheet</name>
    <message>
      <source>Go on</source>
      <translation>Далей</translation>
    </message>
    <message>
      <source>Is {name} really somebody else than {other}?</source>
      <translation>{name} – сапраўды іншы чалавек, чым {other}?</translation>
    </message>
    <message>
      <source>It is somebody else: go on</source>
      <translation>Гэта іншы чалавек: далей</translation>
    </message>
    <message>
      <source>This key calls itself {own}, as does that of {other}, which you trust. Two people may have given their vaults one name. But if it came as a new key of {other}, trust nothing: somebody may have exchanged it. Ask them in a call or face to face.</source>
      <translation>Гэты ключ называе сябе {own}, як і ключ «{other}», якому вы давяраеце. Два чалавекі маглі даць сваім сховішчам адно імя. Але калі ён прыйшоў як новы ключ «{other}», не давярайце нічому: яго маглі падмяніць. Спытайце ў званку або пры сустрэчы.</translation>
    </message>
    <message>
      <source>Whose key is it?</source>
      <translation>Чый гэта ключ?</translation>
    </message>
    <message>
      <source>Write by what you know its owner: a name, or the office. It stays in this vault, and is compared with the names of the keys that you trust.</source>
      <translation>Напішыце, як вы завяце ўладальніка: імя або «офіс». Гэта застаецца ў гэтым сховішчы і параўноўваецца з імёнамі ключоў, якім вы давяраеце.</translation>
    </message>
  </context>
  <context>
    <name>Words</name>
    <message>
      <source>Draft</source>
      <translation>Чарнавік</translation>
    </message>
    <message>
      <source>Finalised</source>
      <translation>Завершаны</translation>
    </message>
    <message>
      <source>Partly withdrawn</source>
      <translation>Часткова адкліканы</translation>
    </message>
    <message>
      <source>Sealed</source>
      <translation>Запячатаны</translation>
    </message>
    <message>
      <source>Two versions</source>
      <translation>Дзве версіі</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>Адкліканы</translation>
    </message>
  </context>
  <context>
    <name>Workspace</name>
    <message numerus="yes">
      <source>%n entry(ies) of {code} cannot be saved as written. They are kept as you typed them, and do not count as answers.</source>
      <translation>
        <numerusform>%n запіс у {code} нельга захаваць так, як напісана. Ён захоўваецца, як вы яго набралі, і адказам не лічыцца.</numerusform>
        <numerusform>%n запісы ў {code} нельга захаваць так, як напісана. Яны захоўваюцца, як вы іх набралі, і адказамі не лічацца.</numerusform>
        <numerusform>%n запісаў у {code} нельга захаваць так, як напісана. Яны захоўваюцца, як вы іх набралі, і адказамі не лічацца.</numerusform>
      </translation>
    </message>
    <message>
      <source>Cases</source>
      <translation>Выпадкі</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Экспарт</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>Замкнуць</translation>
    </message>
    <message>
      <source>One of the two headers of this vault was damaged and has been healed. Make a backup soon: the disk may be failing.</source>
      <translation>Адзін з двух загалоўкаў сховішча быў пашкоджаны і адноўлены. Зрабіце рэзервовую копію: магчыма, дыск псуецца.</translation>
    </message>
    <message>
      <source>Panic</source>
      <translation>Трывога</translation>
    </message>
    <message>
      <source>Protection</source>
      <translation>Абарона</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Прагляд</translation>
    </message>
    <message>
      <source>Search everything</source>
      <translation>Шукаць усюды</translation>
    </message>
    <message>
      <source>Search everything ({key})</source>
      <translation>Шукаць усюды ({key})</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Налады</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>Каманда</translation>
    </message>
    <message>
      <source>This vault is not as it was when it was locked: somebody may have put other files in its place. Export nothing, and show this to whoever looks after your security. Locked in: {locked}. Found in: {found}.</source>
      <translation>Сховішча не такое, якім было пры блакіроўцы: магчыма, хтосьці падмяніў яго файлы. Нічога не перадавайце і пакажыце гэта таму, хто адказвае за вашу бяспеку. Пры блакіроўцы: {locked}. Цяпер: {found}.</translation>
    </message>
  </context>
</TS>
