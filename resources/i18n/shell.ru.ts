<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
  <context>
    <name>Actions</name>
    <message>
      <source>Always hide these words, in the whole vault</source>
      <translation>Всегда скрывать эти слова, во всём хранилище</translation>
    </message>
    <message>
      <source>Cases</source>
      <translation>Случаи</translation>
    </message>
    <message>
      <source>Choose another statement from the list</source>
      <translation>Выбрать другой рассказ из списка</translation>
    </message>
    <message>
      <source>Decide the same words alike in the whole case</source>
      <translation>Решить то же для этих слов во всём случае</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Везде</translation>
    </message>
    <message>
      <source>Finish the review of this statement</source>
      <translation>Завершить просмотр этого рассказа</translation>
    </message>
    <message>
      <source>From the text back to the list of marks</source>
      <translation>Из текста назад к списку пометок</translation>
    </message>
    <message>
      <source>Go to cases</source>
      <translation>Перейти к случаям</translation>
    </message>
    <message>
      <source>Go to export</source>
      <translation>Перейти к экспорту</translation>
    </message>
    <message>
      <source>Go to protection</source>
      <translation>Перейти к защите</translation>
    </message>
    <message>
      <source>Go to review</source>
      <translation>Перейти к просмотру</translation>
    </message>
    <message>
      <source>Go to settings</source>
      <translation>Перейти к настройкам</translation>
    </message>
    <message>
      <source>Go to the team</source>
      <translation>Перейти к команде</translation>
    </message>
    <message>
      <source>Hide these words</source>
      <translation>Скрыть эти слова</translation>
    </message>
    <message>
      <source>Hide this person everywhere in the case</source>
      <translation>Скрыть этого человека везде в случае</translation>
    </message>
    <message>
      <source>Interview</source>
      <translation>Беседа</translation>
    </message>
    <message>
      <source>Into the text: arrows move, Shift selects words</source>
      <translation>В текст: стрелки ведут курсор, Shift выделяет слова</translation>
    </message>
    <message>
      <source>It is a date</source>
      <translation>Это дата</translation>
    </message>
    <message>
      <source>It is a number</source>
      <translation>Это номер</translation>
    </message>
    <message>
      <source>It is a person</source>
      <translation>Это лицо</translation>
    </message>
    <message>
      <source>It is a place</source>
      <translation>Это место</translation>
    </message>
    <message>
      <source>It is an organisation</source>
      <translation>Это организация</translation>
    </message>
    <message>
      <source>It is something else</source>
      <translation>Это что-то другое</translation>
    </message>
    <message>
      <source>Keep these words</source>
      <translation>Оставить эти слова</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Крупнее текст</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>Запереть</translation>
    </message>
    <message>
      <source>New interview</source>
      <translation>Новая беседа</translation>
    </message>
    <message>
      <source>Next mark</source>
      <translation>Следующая пометка</translation>
    </message>
    <message>
      <source>Next section</source>
      <translation>Следующий раздел</translation>
    </message>
    <message>
      <source>No answer: next reason</source>
      <translation>Нет ответа: следующая причина</translation>
    </message>
    <message>
      <source>Normal text size</source>
      <translation>Обычный размер текста</translation>
    </message>
    <message>
      <source>Open the chosen case's interview</source>
      <translation>Открыть беседу выбранного случая</translation>
    </message>
    <message>
      <source>Panic: lock at once</source>
      <translation>Тревога: запереть сразу</translation>
    </message>
    <message>
      <source>Pause: save and lock</source>
      <translation>Пауза: сохранить и запереть</translation>
    </message>
    <message>
      <source>Previous mark</source>
      <translation>Предыдущая пометка</translation>
    </message>
    <message>
      <source>Previous section</source>
      <translation>Предыдущий раздел</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Просмотр</translation>
    </message>
    <message>
      <source>Search everything</source>
      <translation>Искать везде</translation>
    </message>
    <message>
      <source>Show all shortcuts</source>
      <translation>Показать все сочетания клавиш</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Мельче текст</translation>
    </message>
    <message>
      <source>Stop the interview</source>
      <translation>Остановить беседу</translation>
    </message>
    <message>
      <source>Store the version for sharing</source>
      <translation>Сохранить версию для передачи</translation>
    </message>
    <message>
      <source>The selected words are a date</source>
      <translation>Выделенные слова — дата</translation>
    </message>
    <message>
      <source>The selected words are a number</source>
      <translation>Выделенные слова — номер</translation>
    </message>
    <message>
      <source>The selected words are a person</source>
      <translation>Выделенные слова — лицо</translation>
    </message>
    <message>
      <source>The selected words are a place</source>
      <translation>Выделенные слова — место</translation>
    </message>
    <message>
      <source>The selected words are an organisation</source>
      <translation>Выделенные слова — организация</translation>
    </message>
    <message>
      <source>The selected words are something else</source>
      <translation>Выделенные слова — что-то другое</translation>
    </message>
    <message>
      <source>These words are never a name, in the whole vault</source>
      <translation>Эти слова никогда не имя, во всём хранилище</translation>
    </message>
    <message>
      <source>Undo the last decision</source>
      <translation>Отменить последнее решение</translation>
    </message>
    <message>
      <source>Write a version for sharing of a passage</source>
      <translation>Написать версию отрывка для передачи</translation>
    </message>
  </context>
  <context>
    <name>App</name>
    <message>
      <source>Made-up cases</source>
      <translation>Вымышленные случаи</translation>
    </message>
    <message>
      <source>Preparing the made-up cases.</source>
      <translation>Готовим вымышленные случаи.</translation>
    </message>
  </context>
  <context>
    <name>BundleFacts</name>
    <message>
      <source>Bundle {number}, {month}. At least {k} people look alike.</source>
      <translation>Комплект {number}, {month}. Похожих людей не меньше {k}.</translation>
    </message>
    <message>
      <source>Nobody has reviewed the statements. Do not pass them on.</source>
      <translation>Рассказов никто не просматривал. Никому их не передавайте.</translation>
    </message>
    <message>
      <source>Signed by a key of which you said: the words are right.</source>
      <translation>Подписано ключом, о котором вы сказали: слова совпадают.</translation>
    </message>
    <message>
      <source>Signed by {name}.</source>
      <translation>Подписал {name}.</translation>
    </message>
    <message>
      <source>The file is not encrypted: whoever has it can read it.</source>
      <translation>Файл не зашифрован: у кого он есть, тот может его прочитать.</translation>
    </message>
    <message>
      <source>Whole and unchanged: every file is as it was signed.</source>
      <translation>Цел и не изменён: каждый файл такой, каким его подписали.</translation>
    </message>
    <message>
      <source>{words}. Not compared by voice? Then trust nothing of it until you have.</source>
      <translation>{words}. Не сверяли голосом? Тогда, пока не сверите, не доверяйте здесь ничему.</translation>
    </message>
  </context>
  <context>
    <name>BundlePage</name>
    <message>
      <source>&amp;Close the bundle</source>
      <translation>&amp;Закрыть комплект</translation>
    </message>
    <message>
      <source>&amp;Save the files</source>
      <translation>&amp;Сохранить файлы</translation>
    </message>
    <message>
      <source>Bundle</source>
      <translation>Комплект</translation>
    </message>
    <message>
      <source>Checking the bundle again and writing its files.</source>
      <translation>Проверяем комплект ещё раз и записываем его файлы.</translation>
    </message>
    <message>
      <source>Codebook</source>
      <translation>Описание столбцов</translation>
    </message>
    <message>
      <source>Parts of the bundle</source>
      <translation>Части комплекта</translation>
    </message>
    <message>
      <source>Read the report first. Closing ends this program and starts it anew, so that nothing of the bundle stays in its memory.</source>
      <translation>Сначала прочитайте отчёт. При закрытии программа завершается и запускается заново, чтобы в её памяти ничего из комплекта не осталось.</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Отчёт</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Сохранить</translation>
    </message>
    <message>
      <source>The first {count} rows. Save the files to see all.</source>
      <translation>Первые строки: {count}. Чтобы увидеть все, сохраните файлы.</translation>
    </message>
    <message>
      <source>Where to write the files? They are not encrypted there.</source>
      <translation>Куда записать файлы? Там они не зашифрованы.</translation>
    </message>
    <message>
      <source>Written to {folder}. These files are not encrypted; report.html is first.</source>
      <translation>Записано в {folder}. Эти файлы не зашифрованы; начните с report.html.</translation>
    </message>
  </context>
  <context>
    <name>CaseList</name>
    <message>
      <source>Needs review</source>
      <translation>Нужен просмотр</translation>
    </message>
    <message>
      <source>No account yet</source>
      <translation>Рассказа пока нет</translation>
    </message>
    <message>
      <source>needs review</source>
      <translation>нужен просмотр</translation>
    </message>
  </context>
  <context>
    <name>Cases</name>
    <message numerus="yes">
      <source>%n bundle(s) hold this record. Ask the recipients to delete: {ids}</source>
      <translation>
        <numerusform>%n комплект содержит эту запись. Попросите получателей удалить: {ids}</numerusform>
        <numerusform>%n комплекта содержат эту запись. Попросите получателей удалить: {ids}</numerusform>
        <numerusform>%n комплектов содержат эту запись. Попросите получателей удалить: {ids}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s)</source>
      <translation>
        <numerusform>%n случай</numerusform>
        <numerusform>%n случая</numerusform>
        <numerusform>%n случаев</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event(s)</source>
      <translation>
        <numerusform>%n событие</numerusform>
        <numerusform>%n события</numerusform>
        <numerusform>%n событий</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letter(s) in {path}, not encrypted. Send each to whoever has its bundle, ask for an answer, then delete the letters here.</source>
      <translation>
        <numerusform>%n письмо в {path}, не зашифровано. Перешлите каждое тому, у кого его комплект, попросите ответить, затем удалите письма здесь.</numerusform>
        <numerusform>%n письма в {path}, не зашифрованы. Перешлите каждое тому, у кого его комплект, попросите ответить, затем удалите письма здесь.</numerusform>
        <numerusform>%n писем в {path}, не зашифрованы. Перешлите каждое тому, у кого его комплект, попросите ответить, затем удалите письма здесь.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n лицо</numerusform>
        <numerusform>%n лица</numerusform>
        <numerusform>%n лиц</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Erase</source>
      <translation>С&amp;тереть</translation>
    </message>
    <message>
      <source>&amp;Finalise</source>
      <translation>&amp;Завершить</translation>
    </message>
    <message>
      <source>&amp;New interview</source>
      <translation>&amp;Новая беседа</translation>
    </message>
    <message>
      <source>&amp;Open interview</source>
      <translation>&amp;Открыть беседу</translation>
    </message>
    <message>
      <source>&amp;Read interview</source>
      <translation>&amp;Читать беседу</translation>
    </message>
    <message>
      <source>&amp;Reopen</source>
      <translation>Открыть сно&amp;ва</translation>
    </message>
    <message>
      <source>&amp;Seal</source>
      <translation>За&amp;печатать</translation>
    </message>
    <message>
      <source>&amp;Withdraw consent</source>
      <translation>Отозвать &amp;согласие</translation>
    </message>
    <message>
      <source>A new folder for the letters</source>
      <translation>Новая папка для писем</translation>
    </message>
    <message>
      <source>Any country</source>
      <translation>Любая страна</translation>
    </message>
    <message>
      <source>Any group</source>
      <translation>Любая группа</translation>
    </message>
    <message>
      <source>Any interviewer</source>
      <translation>Любой интервьюер</translation>
    </message>
    <message>
      <source>Any month</source>
      <translation>Любой месяц</translation>
    </message>
    <message>
      <source>Any status</source>
      <translation>Любое состояние</translation>
    </message>
    <message>
      <source>Bundles hold it, and afterwards nothing here tells which. First write the letters to those who have them, on the page of the case:</source>
      <translation>Он есть в комплектах, и потом здесь ничто не покажет, в каких. Сначала напишите письма тем, у кого они, на странице случая:</translation>
    </message>
    <message>
      <source>Bundles with this case</source>
      <translation>Комплекты с этим случаем</translation>
    </message>
    <message>
      <source>By code</source>
      <translation>По коду</translation>
    </message>
    <message>
      <source>By country</source>
      <translation>По стране</translation>
    </message>
    <message>
      <source>By day of the interview</source>
      <translation>По дню беседы</translation>
    </message>
    <message>
      <source>By group</source>
      <translation>По группе</translation>
    </message>
    <message>
      <source>By status</source>
      <translation>По состоянию</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Cases</source>
      <translation>Случаи</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Очистить</translation>
    </message>
    <message>
      <source>Clear the filters</source>
      <translation>Очистить фильтры</translation>
    </message>
    <message>
      <source>Consent</source>
      <translation>Согласие</translation>
    </message>
    <message numerus="yes">
      <source>Consent does not cover %n of these bundles any more: whoever has it should delete it. {ids}</source>
      <translation>
        <numerusform>Согласие больше не распространяется на %n из этих комплектов: у кого он есть, пусть удалит. {ids}</numerusform>
        <numerusform>Согласие больше не распространяется на %n из этих комплектов: у кого они есть, пусть удалит. {ids}</numerusform>
        <numerusform>Согласие больше не распространяется на %n из этих комплектов: у кого они есть, пусть удалит. {ids}</numerusform>
      </translation>
    </message>
    <message>
      <source>Consent ends within 30 days</source>
      <translation>Согласие кончится в ближайшие 30 дней</translation>
    </message>
    <message>
      <source>Consent has not been asked. Nothing of this case may leave.</source>
      <translation>Согласия не спрашивали. Ничто из этого случая не может уйти.</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Страна</translation>
    </message>
    <message>
      <source>Country of the interview</source>
      <translation>Страна беседы</translation>
    </message>
    <message>
      <source>Erase for good</source>
      <translation>Стереть навсегда</translation>
    </message>
    <message>
      <source>Erase {code} for good?</source>
      <translation>Стереть {code} навсегда?</translation>
    </message>
    <message>
      <source>Everything recorded about it is removed from this vault. It cannot be undone. Backups made before still hold it.</source>
      <translation>Всё, что записано об этом случае, удаляется из хранилища. Это нельзя отменить. В прежних резервных копиях оно остаётся.</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>Сведения</translation>
    </message>
    <message>
      <source>Filter the list</source>
      <translation>Отфильтровать список</translation>
    </message>
    <message>
      <source>Given on {day} ({how}).</source>
      <translation>Дано: {day} ({how}).</translation>
    </message>
    <message>
      <source>Interview</source>
      <translation>Беседа</translation>
    </message>
    <message>
      <source>Interviewer</source>
      <translation>Интервьюер</translation>
    </message>
    <message>
      <source>Keep it</source>
      <translation>Оставить</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Язык</translation>
    </message>
    <message>
      <source>Last changed</source>
      <translation>Последнее изменение</translation>
    </message>
    <message>
      <source>Last changed first</source>
      <translation>Сначала недавно изменённые</translation>
    </message>
    <message>
      <source>Month of the interview</source>
      <translation>Месяц беседы</translation>
    </message>
    <message>
      <source>Needs review</source>
      <translation>Нужен просмотр</translation>
    </message>
    <message>
      <source>New interview</source>
      <translation>Новая беседа</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>Сначала новые</translation>
    </message>
    <message>
      <source>No bundle holds {code}: there is nothing to recall.</source>
      <translation>{code} нет ни в одном комплекте: отзывать нечего.</translation>
    </message>
    <message>
      <source>No case passes these filters.</source>
      <translation>Ни один случай не проходит через эти фильтры.</translation>
    </message>
    <message>
      <source>No cases yet. An interview is where a case begins.</source>
      <translation>Случаев пока нет. Случай начинается с беседы.</translation>
    </message>
    <message>
      <source>Not yet asked again at the end.</source>
      <translation>В конце ещё не переспросили.</translation>
    </message>
    <message>
      <source>Nothing more of {code} leaves this laptop, and it can never be changed again, only read. This cannot be taken back. You are told which bundles to recall. If it has left in one, the whole group with which it left stays out of later bundles.</source>
      <translation>Из {code} больше ничего не покинет этот ноутбук, и его больше нельзя будет изменить, только читать. Это нельзя отменить. Вам скажут, какие комплекты отозвать. Если случай уже выходил в комплекте, вся группа, с которой он вышел, не войдёт в следующие.</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Порядок</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Проект</translation>
    </message>
    <message>
      <source>Record that consent was withdrawn?</source>
      <translation>Записать, что согласие отозвано?</translation>
    </message>
    <message>
      <source>Record the withdrawal</source>
      <translation>Записать отзыв</translation>
    </message>
    <message>
      <source>Records</source>
      <translation>Записи</translation>
    </message>
    <message>
      <source>Statement</source>
      <translation>Рассказ</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Состояние</translation>
    </message>
    <message>
      <source>Targeted group</source>
      <translation>Преследуемая группа</translation>
    </message>
    <message>
      <source>The person asks that it be erased: press Erase.</source>
      <translation>Человек просит его стереть: нажмите «Стереть».</translation>
    </message>
    <message>
      <source>The person asks that the record be erased</source>
      <translation>Человек просит стереть запись</translation>
    </message>
    <message>
      <source>Withdrawn on {day}. Nothing more may leave.</source>
      <translation>Отозвано: {day}. Больше ничего не может уйти.</translation>
    </message>
    <message>
      <source>Write here</source>
      <translation>Записать сюда</translation>
    </message>
    <message>
      <source>Write the letters</source>
      <translation>Написать письма</translation>
    </message>
  </context>
  <context>
    <name>ChangedKey</name>
    <message>
      <source>Somebody may have exchanged the file, to read what you send. Do not use it. Ask the owner in a call or face to face, not by the way on which the file came, whether they have new keys, and have the six words read out. If they have, forget the old key on the Team page, then add this one. If they have not, tell whoever looks after your security.</source>
      <translation>Возможно, файл подменили, чтобы читать то, что вы отправляете. Не пользуйтесь им. Спросите владельца по телефону или при встрече, а не тем путём, каким пришёл файл, есть ли у него новые ключи, и пусть прочитает шесть слов. Если есть, забудьте старый ключ на странице «Команда», потом добавьте этот. Если нет, скажите тому, кто заботится о вашей безопасности.</translation>
    </message>
    <message>
      <source>The key has changed</source>
      <translation>Ключ изменился</translation>
    </message>
    <message>
      <source>The key in this file</source>
      <translation>Ключ в этом файле</translation>
    </message>
    <message>
      <source>The key that you trust</source>
      <translation>Ключ, которому вы доверяете</translation>
    </message>
    <message>
      <source>This is not the key of {name} that you trust</source>
      <translation>Это не тот ключ ({name}), которому вы доверяете</translation>
    </message>
    <message>
      <source>Trust nothing</source>
      <translation>Не доверять</translation>
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
      <translation>&amp;Открыть</translation>
    </message>
    <message>
      <source>Go to the folder of the vault. Vaults carry this icon: a safe.</source>
      <translation>Перейдите к папке хранилища. Хранилища отмечены значком сейфа.</translation>
    </message>
    <message>
      <source>Open a vault</source>
      <translation>Открыть хранилище</translation>
    </message>
    <message>
      <source>Restore a backup</source>
      <translation>Восстановить из копии</translation>
    </message>
  </context>
  <context>
    <name>Conflict</name>
    <message numerus="yes">
      <source>%n more to decide afterwards</source>
      <translation>
        <numerusform>После этого нужно решить ещё %n</numerusform>
        <numerusform>После этого нужно решить ещё %n</numerusform>
        <numerusform>После этого нужно решить ещё %n</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Both, as two cases: they are different accounts</source>
      <translation>&amp;Обе, как два случая: это разные рассказы</translation>
    </message>
    <message>
      <source>&amp;Keep what is chosen</source>
      <translation>О&amp;ставить выбранное</translation>
    </message>
    <message>
      <source>Back to the team</source>
      <translation>Назад к команде</translation>
    </message>
    <message>
      <source>Both are here, whole. Neither leaves this vault before somebody has decided. If in doubt, ask whoever sent the other one.</source>
      <translation>Обе здесь, целиком. Ни одна не выйдет из этого хранилища, пока кто-то не решит. Если сомневаетесь, спросите того, кто прислал другую.</translation>
    </message>
    <message>
      <source>Both are kept, as two cases.</source>
      <translation>Обе сохранены, как два случая.</translation>
    </message>
    <message>
      <source>Choose first.</source>
      <translation>Сначала выберите.</translation>
    </message>
    <message>
      <source>Consent</source>
      <translation>Согласие</translation>
    </message>
    <message>
      <source>Decide &amp;later</source>
      <translation>Решить п&amp;озже</translation>
    </message>
    <message>
      <source>Event</source>
      <translation>Событие</translation>
    </message>
    <message>
      <source>From {sender}</source>
      <translation>От: {sender}</translation>
    </message>
    <message>
      <source>Here</source>
      <translation>Здесь</translation>
    </message>
    <message>
      <source>Kept as it came. The one from here is removed.</source>
      <translation>Оставлена та, что пришла. Та, что была здесь, удалена.</translation>
    </message>
    <message>
      <source>Kept as it was here. The other one is removed.</source>
      <translation>Оставлена та, что была здесь. Другая удалена.</translation>
    </message>
    <message>
      <source>May never be named</source>
      <translation>Никогда не называть</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>Лицо</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Место</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Проект</translation>
    </message>
    <message>
      <source>Statement</source>
      <translation>Рассказ</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Состояние</translation>
    </message>
    <message>
      <source>The one that &amp;came; ours is removed</source>
      <translation>Та, что пр&amp;ишла; наша будет удалена</translation>
    </message>
    <message>
      <source>The one that was &amp;here; the other one is removed</source>
      <translation>Та, что &amp;была здесь; другая будет удалена</translation>
    </message>
    <message>
      <source>There is nothing to decide.</source>
      <translation>Решать нечего.</translation>
    </message>
    <message>
      <source>Two versions of one case</source>
      <translation>Две версии одного случая</translation>
    </message>
    <message>
      <source>Where they differ</source>
      <translation>Чем они различаются</translation>
    </message>
    <message>
      <source>Which one counts?</source>
      <translation>Какая из них верна?</translation>
    </message>
    <message>
      <source>conditions</source>
      <translation>условия</translation>
    </message>
    <message>
      <source>conditions are met</source>
      <translation>условия выполнены</translation>
    </message>
    <message>
      <source>confirmed on</source>
      <translation>подтверждено</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>завершено</translation>
    </message>
    <message>
      <source>for what</source>
      <translation>для чего</translation>
    </message>
    <message>
      <source>given on</source>
      <translation>дано</translation>
    </message>
    <message>
      <source>how</source>
      <translation>как</translation>
    </message>
    <message>
      <source>how far</source>
      <translation>насколько</translation>
    </message>
    <message>
      <source>language</source>
      <translation>язык</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>не входит</translation>
    </message>
    <message>
      <source>no</source>
      <translation>нет</translation>
    </message>
    <message>
      <source>not before</source>
      <translation>не раньше</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>ничего</translation>
    </message>
    <message>
      <source>on</source>
      <translation>когда</translation>
    </message>
    <message>
      <source>perpetrators</source>
      <translation>виновные</translation>
    </message>
    <message>
      <source>question</source>
      <translation>вопрос</translation>
    </message>
    <message>
      <source>reviewed</source>
      <translation>проверено</translation>
    </message>
    <message>
      <source>role</source>
      <translation>роль</translation>
    </message>
    <message>
      <source>taken back</source>
      <translation>отозвано</translation>
    </message>
    <message>
      <source>text</source>
      <translation>текст</translation>
    </message>
    <message>
      <source>the case is to be erased</source>
      <translation>случай нужно стереть</translation>
    </message>
    <message>
      <source>to whom</source>
      <translation>кому</translation>
    </message>
    <message>
      <source>until</source>
      <translation>до</translation>
    </message>
    <message>
      <source>version of the text</source>
      <translation>версия текста</translation>
    </message>
    <message>
      <source>victims</source>
      <translation>пострадавшие</translation>
    </message>
    <message>
      <source>what else is left out</source>
      <translation>что ещё не входит</translation>
    </message>
    <message>
      <source>what is allowed in the interview</source>
      <translation>что разрешено на интервью</translation>
    </message>
    <message>
      <source>who decided</source>
      <translation>кто решил</translation>
    </message>
    <message>
      <source>why there is no answer</source>
      <translation>почему нет ответа</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>да</translation>
    </message>
  </context>
  <context>
    <name>ConsentPanel</name>
    <message>
      <source>On {day} the person took back: {uses}.</source>
      <translation>Отозвано {day}: {uses}.</translation>
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
      <translation>&amp;Далее</translation>
    </message>
    <message>
      <source>A vault is one encrypted folder. Everything you write is in it.</source>
      <translation>Хранилище — это одна зашифрованная папка. В ней всё, что вы пишете.</translation>
    </message>
    <message>
      <source>Access to a vault can be destroyed: nobody opens it afterwards, you neither. Read now what that means; it is no reading for the day of need.</source>
      <translation>Доступ к хранилищу можно уничтожить: потом его не откроет никто, и вы тоже. Прочитайте сейчас, что это значит: в чёрный день читать будет некогда.</translation>
    </message>
    <message>
      <source>Choose a passphrase</source>
      <translation>Выберите парольную фразу</translation>
    </message>
    <message>
      <source>Choose another folder</source>
      <translation>Выбрать другую папку</translation>
    </message>
    <message>
      <source>Create a vault</source>
      <translation>Создать хранилище</translation>
    </message>
    <message>
      <source>Create the vault</source>
      <translation>Создать хранилище</translation>
    </message>
    <message>
      <source>Creating the vault. This takes a few seconds.</source>
      <translation>Создаём хранилище. Это займёт несколько секунд.</translation>
    </message>
    <message>
      <source>Decide about the last resort</source>
      <translation>Решите о последнем средстве</translation>
    </message>
    <message>
      <source>Do not photograph it. Keep the paper away from the laptop, with somebody you trust. Without passphrase and key the vault is lost: nobody can open it.</source>
      <translation>Не фотографируйте его. Держите бумагу отдельно от ноутбука, у того, кому доверяете. Без парольной фразы и ключа хранилище потеряно: его никто не откроет.</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Папка</translation>
    </message>
    <message>
      <source>If you ever forget the passphrase, only this key opens the vault. Write it on paper now.</source>
      <translation>Если вы забудете парольную фразу, хранилище откроет только этот ключ. Запишите его на бумаге сейчас.</translation>
    </message>
    <message>
      <source>It opens the vault. Nobody can reset it for you.</source>
      <translation>Она открывает хранилище. Никто не сможет сбросить её за вас.</translation>
    </message>
    <message>
      <source>Kept inside the vault: it is seen only after unlocking.</source>
      <translation>Хранится в самом хранилище: его видно только после открытия.</translation>
    </message>
    <message>
      <source>Name of the vault</source>
      <translation>Название хранилища</translation>
    </message>
    <message>
      <source>Paper cannot be hacked, and it can be burnt.</source>
      <translation>Бумагу нельзя взломать, а сжечь можно.</translation>
    </message>
    <message>
      <source>Step {step} of {steps}</source>
      <translation>Шаг {step} из {steps}</translation>
    </message>
    <message>
      <source>Then the vault is created.</source>
      <translation>После этого хранилище будет создано.</translation>
    </message>
    <message>
      <source>This is not the key. Compare it group by group.</source>
      <translation>Это не тот ключ. Сравните его группа за группой.</translation>
    </message>
    <message>
      <source>Type the recovery key back</source>
      <translation>Введите ключ восстановления</translation>
    </message>
    <message>
      <source>Type the recovery key from your paper, so that it is sure to be right.</source>
      <translation>Введите ключ восстановления с бумаги, чтобы убедиться, что он записан правильно.</translation>
    </message>
    <message>
      <source>Whoever starts the program then sees that it is offered. The settings have it in any case, and there you can decide otherwise on any day.</source>
      <translation>Тогда каждый, кто запустит программу, увидит, что это предлагается. В настройках оно есть в любом случае, и там решение можно изменить в любой день.</translation>
    </message>
    <message>
      <source>Write down the recovery key</source>
      <translation>Запишите ключ восстановления</translation>
    </message>
  </context>
  <context>
    <name>Destroy</name>
    <message>
      <source>Afterwards no passphrase and no recovery key opens it: not yours, nor anybody's. It cannot be undone.</source>
      <translation>После этого его не откроет никакая парольная фраза и никакой ключ восстановления: ни ваш, ни чужой. Это нельзя отменить.</translation>
    </message>
    <message>
      <source>Backups stay as they are and open with their passphrase. Without a backup elsewhere every case is lost.</source>
      <translation>Резервные копии остаются как есть и открываются своей парольной фразой. Без копии в другом месте все случаи потеряны.</translation>
    </message>
    <message>
      <source>Backups that this vault knows of</source>
      <translation>Копии, о которых знает это хранилище</translation>
    </message>
    <message>
      <source>Destroy access to this vault?</source>
      <translation>Уничтожить доступ к этому хранилищу?</translation>
    </message>
    <message>
      <source>Hold for two seconds to destroy access</source>
      <translation>Удерживайте две секунды, чтобы уничтожить доступ</translation>
    </message>
    <message>
      <source>Keep the vault</source>
      <translation>Оставить хранилище</translation>
    </message>
    <message>
      <source>No backup is known here.</source>
      <translation>О резервных копиях здесь ничего не известно.</translation>
    </message>
    <message>
      <source>The disk: flash memory may keep old blocks for a while, and an image that somebody took before holds what opened the vault.</source>
      <translation>Диск: флеш-память может какое-то время хранить старые блоки, а снятый раньше образ диска содержит то, что открывало хранилище.</translation>
    </message>
    <message>
      <source>The law: where you are, to destroy evidence or to refuse access can be a crime. Ask a lawyer before you need this.</source>
      <translation>Закон: там, где вы, уничтожение доказательств или отказ дать доступ могут быть преступлением. Спросите юриста заранее.</translation>
    </message>
  </context>
  <context>
    <name>Destroyed</name>
    <message>
      <source>Backups near it, which still open</source>
      <translation>Копии рядом, которые ещё открываются</translation>
    </message>
    <message>
      <source>Flash memory may keep old blocks for a while, and images of the disk that were taken before hold what opened the vault.</source>
      <translation>Флеш-память может какое-то время хранить старые блоки, а снятые раньше образы диска содержат то, что открывало хранилище.</translation>
    </message>
    <message>
      <source>Its headers are gone. No passphrase and no recovery key helps, whoever has them.</source>
      <translation>Его заголовков больше нет. Ни парольная фраза, ни ключ восстановления не помогут, у кого бы они ни были.</translation>
    </message>
    <message>
      <source>None here. Others open wherever they are.</source>
      <translation>Здесь нет. Другие открываются, где бы они ни были.</translation>
    </message>
    <message>
      <source>Nothing opens this vault any more</source>
      <translation>Это хранилище больше ничем не открыть</translation>
    </message>
    <message>
      <source>What remains, unreadable for everybody</source>
      <translation>Что осталось, нечитаемое ни для кого</translation>
    </message>
  </context>
  <context>
    <name>Drill</name>
    <message>
      <source>Close</source>
      <translation>Закрыть</translation>
    </message>
    <message>
      <source>Do not rely on this backup.</source>
      <translation>Не полагайтесь на эту копию.</translation>
    </message>
    <message>
      <source>Does this backup open?</source>
      <translation>Открывается ли эта копия?</translation>
    </message>
    <message>
      <source>It is opened and checked where it lies. Nothing is written, and no vault is made.</source>
      <translation>Её открывают и проверяют там, где она лежит. Ничего не записывается, и хранилище не создаётся.</translation>
    </message>
    <message>
      <source>Not verified</source>
      <translation>Не проверено</translation>
    </message>
    <message>
      <source>Opening the backup and reading every record.</source>
      <translation>Копия открывается, читается каждая запись.</translation>
    </message>
    <message>
      <source>Passphrase of the backup</source>
      <translation>Парольная фраза копии</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Остановить</translation>
    </message>
    <message numerus="yes">
      <source>The newest entry in it is of {date}, %n day(s) ago; nothing later is.</source>
      <translation>
        <numerusform>Последняя запись в ней от {date}, %n день назад; более поздних нет.</numerusform>
        <numerusform>Последняя запись в ней от {date}, %n дня назад; более поздних нет.</numerusform>
        <numerusform>Последняя запись в ней от {date}, %n дней назад; более поздних нет.</numerusform>
      </translation>
    </message>
    <message>
      <source>The newest entry in it is of {date}, today; nothing later is.</source>
      <translation>Последняя запись в ней от {date}, сегодняшняя; более поздних нет.</translation>
    </message>
    <message numerus="yes">
      <source>This backup opens. %n case(s) in it.</source>
      <translation>
        <numerusform>Эта копия открывается. В ней %n случай.</numerusform>
        <numerusform>Эта копия открывается. В ней %n случая.</numerusform>
        <numerusform>Эта копия открывается. В ней %n случаев.</numerusform>
      </translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>Попробовать</translation>
    </message>
    <message>
      <source>Try the recovery key instead</source>
      <translation>Попробовать ключ восстановления</translation>
    </message>
  </context>
  <context>
    <name>Entry</name>
    <message>
      <source>&amp;Copy inside Intake</source>
      <translation>&amp;Копировать внутри Intake</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>&amp;Вставить</translation>
    </message>
    <message>
      <source>Copy for &amp;other programs, for 10 seconds</source>
      <translation>Скопировать для &amp;других программ, на 10 секунд</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>В&amp;ырезать</translation>
    </message>
    <message>
      <source>Select &amp;all</source>
      <translation>Выделить вс&amp;ё</translation>
    </message>
  </context>
  <context>
    <name>Errors</name>
    <message>
      <source>A bug in the program stopped this. What was saved is safe. Please report the code; it holds no data.</source>
      <translation>Это прервалось из-за ошибки в программе. То, что было сохранено, цело. Сообщите, пожалуйста, код: данных в нём нет.</translation>
    </message>
    <message>
      <source>A newer Intake made this (format {found}; this one reads up to {known}). Update the program, then try again.</source>
      <translation>Это сделала более новая версия Intake (формат {found}; эта читает до {known}). Обновите программу и попробуйте ещё раз.</translation>
    </message>
    <message>
      <source>Fewer than {k} people could leave, and with so few nothing does, not even counts. Wait for more cases.</source>
      <translation>Выйти могли бы меньше {k} человек, а при таком числе не выходит ничего, даже цифры. Подождите, пока случаев станет больше.</translation>
    </message>
    <message>
      <source>Form, sheet {sheet}, row {row}, column {column}: {reason}.</source>
      <translation>Анкета, лист {sheet}, строка {row}, столбец {column}: {reason}.</translation>
    </message>
    <message>
      <source>Group {group} of the sheet typed as number {place} looks wrong. Compare its four characters.</source>
      <translation>Группа {group} листа, введённого под номером {place}, похоже, с ошибкой. Сравните её четыре знака.</translation>
    </message>
    <message>
      <source>Group {group} of this recovery key looks wrong. Compare its four characters.</source>
      <translation>Группа {group} этого ключа восстановления выглядит неправильной. Сравните её четыре знака.</translation>
    </message>
    <message>
      <source>Laid on the bundles before it, this one would make {people} people stand out among fewer than {k}. Nothing was written. Wait for at least {more} more cases of new people, ask for a larger smallest group, or leave these cases out: {codes}.</source>
      <translation>Если наложить этот комплект на более ранние, выделяться среди менее чем {k} человек будут люди, числом {people}. Ничего не записано. Подождите ещё хотя бы {more} случаев с новыми людьми, задайте большую наименьшую группу или оставьте здесь эти случаи: {codes}.</translation>
    </message>
    <message>
      <source>Line {line}{place}: {reason}. Nothing was imported; correct the line and try again.</source>
      <translation>Строка {line}{place}: {reason}. Ничего не импортировано; исправьте строку и попробуйте снова.</translation>
    </message>
    <message>
      <source>No selected case has consent for this purpose and recipient group. Ask for consent first, or choose another purpose.</source>
      <translation>Ни у одного из выбранных случаев нет согласия на эту цель и группу получателей. Сначала спросите согласие или выберите другую цель.</translation>
    </message>
    <message>
      <source>Nothing is left to release; no file was written. Cases that stay, by reason: no consent {no_consent}, withdrawn {withdrawn}, consent over or not begun {expired}, a wish in own words not settled {open_wish}, not finalised {not_finalised}, two versions that wait for a decision {two_versions}, person in an earlier bundle {released_before}, in a group of an earlier bundle that cannot leave whole {group_stays}, would stand out {under_k}. Finalise what is ready, decide between versions, ask for consent, record what a wish means and clear its words, or wait for new cases.</source>
      <translation>Передавать нечего; никакой файл не записан. Случаи, которые остаются, по причинам: нет согласия {no_consent}, отозвано {withdrawn}, согласие истекло или не началось {expired}, пожелание своими словами не рассмотрено {open_wish}, не завершено {not_finalised}, две версии, о которых никто не решил, {two_versions}, человек уже в более раннем комплекте {released_before}, в группе более раннего комплекта, которая не может выйти целиком, {group_stays}, выделялся бы {under_k}. Завершите то, что готово, решите между версиями, спросите согласия, запишите, что означает пожелание, и очистите его слова, или подождите новых случаев.</translation>
    </message>
    <message>
      <source>Opening this vault needs {needed} MiB of free memory. Close other programs.</source>
      <translation>Чтобы открыть это хранилище, нужно {needed} МиБ свободной памяти. Закройте другие программы.</translation>
    </message>
    <message>
      <source>Sealing stopped ({reason}). What is in these parcels is no longer here, and no other copy exists: {files}. The other cases are untouched. Seal them again, or finish with new keys.</source>
      <translation>Запечатывание остановилось ({reason}). Того, что в этих пакетах, здесь больше нет, и другой копии не существует: {files}. Остальные случаи не затронуты. Запечатайте их снова или завершите новыми ключами.</translation>
    </message>
    <message>
      <source>Signed by another key than the one you named: {words}. Ask the sender which key signs bundles for you; until then trust nothing in this file.</source>
      <translation>Подписано другим ключом, а не тем, который вы назвали: {words}. Спросите отправителя, каким ключом подписываются комплекты для вас; до этого не доверяйте ничему в этом файле.</translation>
    </message>
    <message>
      <source>Signer unknown: {words}. Ask the sender for their public key file (intake key show VAULT --out FILE) and compare these words over another channel; then give it with --signer FILE, or trust it in your own vault (intake key trust).</source>
      <translation>Подпись неизвестна: {words}. Попросите у отправителя файл открытого ключа (intake key show VAULT --out FILE) и сравните эти слова по другому каналу связи; затем назовите его через --signer FILE или отметьте как доверенный в своём хранилище (intake key trust).</translation>
    </message>
    <message>
      <source>Something went wrong inside the program.</source>
      <translation>Что-то пошло не так в самой программе.</translation>
    </message>
    <message>
      <source>Stopped. Nothing was left half-written.</source>
      <translation>Остановлено. Ничего не осталось записанным наполовину.</translation>
    </message>
    <message>
      <source>The bundle still holds identifying words in {places}. Review these, then try again.</source>
      <translation>В комплекте всё ещё есть слова, выдающие человека: {places}. Проверьте их и попробуйте снова.</translation>
    </message>
    <message>
      <source>The disk is full. Free some space; everything saved before is intact.</source>
      <translation>Диск полон. Освободите место; всё, что сохранено раньше, цело.</translation>
    </message>
    <message>
      <source>The disk or folder is read-only. Choose another place, or allow writing.</source>
      <translation>Диск или папка только для чтения. Выберите другое место или разрешите запись.</translation>
    </message>
    <message>
      <source>The file is damaged or not what it claims ({part}). Ask the sender for it again.</source>
      <translation>Файл повреждён или не то, за что себя выдаёт ({part}). Попросите отправителя прислать его снова.</translation>
    </message>
    <message>
      <source>The file is damaged. Use a backup, or ask for the file again.</source>
      <translation>Файл повреждён. Используйте резервную копию или попросите файл снова.</translation>
    </message>
    <message>
      <source>The file {name} of this vault is cut short. Restore a backup; nothing was changed.</source>
      <translation>Файл {name} этого хранилища обрезан. Восстановите его из копии; ничего не изменено.</translation>
    </message>
    <message>
      <source>The file {name} of this vault is empty. Restore a backup; nothing was changed.</source>
      <translation>Файл {name} этого хранилища пуст. Восстановите его из копии; ничего не изменено.</translation>
    </message>
    <message>
      <source>The file {path} cannot be read. Check its path.</source>
      <translation>Файл {path} невозможно прочитать. Проверьте путь.</translation>
    </message>
    <message>
      <source>The passphrase does not open this file. Check the keyboard layout and caps lock.</source>
      <translation>Парольная фраза не открывает этот файл. Проверьте раскладку клавиатуры и Caps Lock.</translation>
    </message>
    <message>
      <source>The passphrase does not open this vault. Check the keyboard layout and caps lock.</source>
      <translation>Парольная фраза не открывает это хранилище. Проверьте раскладку клавиатуры и Caps Lock.</translation>
    </message>
    <message>
      <source>The sheet typed as number {place} has slips in several groups, or is no sheet of a recovery key. Compare all ten groups.</source>
      <translation>В листе, введённом под номером {place}, ошибки в нескольких группах, или это не лист ключа восстановления. Сравните все десять групп.</translation>
    </message>
    <message>
      <source>The vault at {path} has lost both copies of its header, without which no passphrase opens it. Restore a backup, or put header.0 and header.1 back; nothing was changed.</source>
      <translation>Хранилище {path} потеряло обе копии заголовка, без которого его не открывает никакая парольная фраза. Восстановите резервную копию или верните header.0 и header.1; ничего не изменено.</translation>
    </message>
    <message>
      <source>The vault is damaged ({part}). Check it, restore the newest good backup, or rescue what can be read into a new vault.</source>
      <translation>Хранилище повреждено ({part}). Проверьте его, восстановите последнюю хорошую копию или спасите в новое хранилище то, что читается.</translation>
    </message>
    <message>
      <source>The vault's header is damaged or hostile ({part}). Restore a backup.</source>
      <translation>Заголовок хранилища повреждён или враждебен ({part}). Восстановите хранилище из копии.</translation>
    </message>
    <message>
      <source>There is no folder {path}. Create it first, or choose another place.</source>
      <translation>Нет папки {path}. Сначала создайте её или выберите другое место.</translation>
    </message>
    <message>
      <source>There is no vault at {path}. Check the path; nothing was created.</source>
      <translation>По пути {path} нет хранилища. Проверьте путь; ничего не создано.</translation>
    </message>
    <message>
      <source>These sheets do not belong together: one says {first}, the other {second}. Look for two with the same two words.</source>
      <translation>Эти листы не от одного ключа: на одном {first}, на другом {second}. Найдите два с одинаковыми двумя словами.</translation>
    </message>
    <message>
      <source>This cannot be done now ({reason}).</source>
      <translation>Сейчас это сделать нельзя ({reason}).</translation>
    </message>
    <message>
      <source>This does not open it.</source>
      <translation>Этим не открывается.</translation>
    </message>
    <message>
      <source>This file is encrypted to somebody's key. Choose the key file that opens it (in a command: --key FILE, or --vault VAULT where the key is in a vault).</source>
      <translation>Этот файл зашифрован для чьего-то ключа. Выберите файл ключа, который его открывает (в команде: --key FILE или --vault VAULT, если ключ в хранилище).</translation>
    </message>
    <message>
      <source>This file is not encrypted to your key, or its first lines are damaged. Ask the sender to use your public key and to send it again.</source>
      <translation>Этот файл зашифрован не для вашего ключа, или повреждены его первые строки. Попросите отправителя взять ваш открытый ключ и прислать файл снова.</translation>
    </message>
    <message>
      <source>This is one sheet of three ({words}, sheet {number}). It opens nothing alone: type a second one of the same two words with it.</source>
      <translation>Это один лист из трёх ({words}, лист {number}). Сам он ничего не открывает: введите вместе с ним второй с теми же двумя словами.</translation>
    </message>
    <message>
      <source>This is refused: {reason}.</source>
      <translation>Отказано: {reason}.</translation>
    </message>
    <message>
      <source>This is sheet {number} twice. Type two different ones of the three.</source>
      <translation>Это дважды лист {number}. Введите два разных из трёх.</translation>
    </message>
    <message>
      <source>This is too long. It may have {most} characters at most.</source>
      <translation>Это слишком длинный текст. В нём может быть не больше {most} знаков.</translation>
    </message>
    <message>
      <source>This needs the package {package}, which is not installed. Install the program with its tools for analysis: pip install 'case-intake[analysis]'.</source>
      <translation>Для этого нужен пакет {package}, которого здесь нет. Установите программу с инструментами для анализа: pip install 'case-intake[analysis]'.</translation>
    </message>
    <message>
      <source>This passphrase is too easy to guess. Use six generated words or a longer one.</source>
      <translation>Эту парольную фразу слишком легко угадать. Возьмите шесть предложенных слов или фразу длиннее.</translation>
    </message>
    <message>
      <source>This recovery key does not open the vault. Check each group of four characters.</source>
      <translation>Этот ключ восстановления не открывает хранилище. Проверьте каждую группу из четырёх знаков.</translation>
    </message>
    <message>
      <source>This vault is open in another window. Close it there first.</source>
      <translation>Это хранилище открыто в другом окне. Сначала закройте его там.</translation>
    </message>
    <message>
      <source>This vault was put back to an earlier state ({part}). It can be read, but writes no bundle. Record the withdrawals made since, then state that all is caught up: in the window Settings, Catch up; on the command line intake vault caught-up.</source>
      <translation>Хранилище возвращено к прежнему состоянию ({part}). Читать его можно, но комплекты оно не записывает. Запишите отзывы согласия, сделанные после, затем подтвердите, что всё записано: в окне «Настройки», «Всё записано?»; в командной строке intake vault caught-up.</translation>
    </message>
    <message>
      <source>{path} exists already. Choose another name; nothing was overwritten.</source>
      <translation>{path} уже существует. Выберите другое имя; ничего не перезаписано.</translation>
    </message>
    <message>
      <source>{path} is not an Intake vault. Choose another folder; nothing was changed.</source>
      <translation>{path} — не хранилище Intake. Выберите другую папку; ничего не изменено.</translation>
    </message>
    <message>
      <source>{path} is the folder of backups. Choose one inside: {names}.</source>
      <translation>{path} — папка резервных копий. Выберите одну из них: {names}.</translation>
    </message>
    <message>
      <source>{path} is the public half of a key. Use the key file itself, without .pub.</source>
      <translation>{path} — открытая половина ключа. Возьмите сам файл ключа, без .pub.</translation>
    </message>
    <message>
      <source>{path} is the secret half of a key, which nobody else may have. Use its public half, the .pub file.</source>
      <translation>{path} — секретная половина ключа, которой ни у кого больше не должно быть. Возьмите открытую половину, файл .pub.</translation>
    </message>
    <message>
      <source>{statements} statements still need review (undecided marks found so far: {marks}; statements that nobody has opened there are not searched yet). Decide them on the Review page, or export without statements.</source>
      <translation>Ещё не просмотрено рассказов: {statements} (нерешённых пометок найдено пока: {marks}; рассказы, которые там никто не открывал, ещё не обысканы). Решите их на странице просмотра или экспортируйте без рассказов.</translation>
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
      <translation>В названии не может быть таких знаков: {characters}. Папку запишите в поле выше.</translation>
    </message>
    <message>
      <source>Content of the folder</source>
      <translation>Содержимое папки</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Папка</translation>
    </message>
    <message>
      <source>Home</source>
      <translation>Домашняя папка</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Имя</translation>
    </message>
    <message>
      <source>One folder up</source>
      <translation>На папку выше</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>Места</translation>
    </message>
    <message>
      <source>There are no folders and files to choose from here.</source>
      <translation>Здесь нет папок и файлов, которые можно выбрать.</translation>
    </message>
    <message>
      <source>There are no folders in here.</source>
      <translation>Здесь нет папок.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Этот компьютер</translation>
    </message>
    <message>
      <source>This file is hidden: rename or copy it.</source>
      <translation>Этот файл скрыт: переименуйте или скопируйте его.</translation>
    </message>
    <message>
      <source>This folder cannot be read.</source>
      <translation>Эту папку нельзя прочитать.</translation>
    </message>
    <message>
      <source>This folder is the vault itself: it is chosen.</source>
      <translation>Эта папка и есть хранилище: она выбрана.</translation>
    </message>
    <message>
      <source>This is a file. Choose the folder that it is in.</source>
      <translation>Это файл. Выберите папку, в которой он лежит.</translation>
    </message>
  </context>
  <context>
    <name>FileRow</name>
    <message>
      <source>Choose</source>
      <translation>Выбрать</translation>
    </message>
  </context>
  <context>
    <name>Finalising</name>
    <message>
      <source>Consent was not asked again at the end.</source>
      <translation>В конце о согласии не переспросили.</translation>
    </message>
    <message>
      <source>Finalise all the same</source>
      <translation>Всё равно завершить</translation>
    </message>
    <message>
      <source>Finalise {code} as it is?</source>
      <translation>Завершить {code} как есть?</translation>
    </message>
    <message>
      <source>Go back</source>
      <translation>Вернуться</translation>
    </message>
    <message>
      <source>No account is written down.</source>
      <translation>Рассказ не записан.</translation>
    </message>
    <message>
      <source>No consent is recorded. Nothing of this case may leave.</source>
      <translation>Согласие не записано. Ничего из этого случая не может уйти.</translation>
    </message>
    <message>
      <source>Not done yet: {sections}.</source>
      <translation>Ещё не сделано: {sections}.</translation>
    </message>
    <message>
      <source>Something is missing. You can reopen the case later.</source>
      <translation>Чего-то не хватает. Позже случай можно открыть снова.</translation>
    </message>
    <message>
      <source>Something there cannot be saved as written: {sections}.</source>
      <translation>Что-то там нельзя сохранить так, как написано: {sections}.</translation>
    </message>
    <message>
      <source>The statement is not finalised; it will be, with the case.</source>
      <translation>Рассказ не завершён; он будет завершён вместе со случаем.</translation>
    </message>
  </context>
  <context>
    <name>Findings</name>
    <message numerus="yes">
      <source>%n case(s) indexed wrongly</source>
      <translation>
        <numerusform>%n случай проиндексирован неправильно</numerusform>
        <numerusform>%n случая проиндексированы неправильно</numerusform>
        <numerusform>%n случаев проиндексировано неправильно</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n damaged page(s)</source>
      <translation>
        <numerusform>%n повреждённая страница</numerusform>
        <numerusform>%n повреждённые страницы</numerusform>
        <numerusform>%n повреждённых страниц</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) changed: {table}</source>
      <translation>
        <numerusform>изменена %n строка: {table}</numerusform>
        <numerusform>изменены %n строки: {table}</numerusform>
        <numerusform>изменено %n строк: {table}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) missing: {table}</source>
      <translation>
        <numerusform>не хватает %n строки: {table}</numerusform>
        <numerusform>не хватает %n строк: {table}</numerusform>
        <numerusform>не хватает %n строк: {table}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) that belong to nothing</source>
      <translation>
        <numerusform>%n строка ни к чему не относится</numerusform>
        <numerusform>%n строки ни к чему не относятся</numerusform>
        <numerusform>%n строк ни к чему не относится</numerusform>
      </translation>
    </message>
    <message>
      <source>Check the vault that you restore or rescue.</source>
      <translation>Проверьте хранилище, которое восстановите или спасёте.</translation>
    </message>
    <message>
      <source>Close the vault and open it again: the whole copy replaces the other one.</source>
      <translation>Закройте хранилище и откройте снова: целая копия заменит другую.</translation>
    </message>
    <message>
      <source>Keep the vault open and make a backup now: once it is closed, nothing opens it.</source>
      <translation>Не закрывайте хранилище и сделайте резервную копию сейчас: закрытое оно уже не откроется.</translation>
    </message>
    <message>
      <source>Record nothing more in it. Restore the newest good backup; what is not in a backup can be rescued into a new vault, as far as it can be read.</source>
      <translation>Больше ничего в него не записывайте. Восстановите последнюю хорошую копию; чего в копии нет, можно спасти в новое хранилище, насколько оно читается.</translation>
    </message>
    <message>
      <source>Records were changed, removed or put back, and not by this program. Let nothing leave. Restore the newest good backup, and show the vault to whoever looks after your security.</source>
      <translation>Записи изменили, удалили или вернули к прежним, и не этой программой. Ничего не передавайте. Восстановите последнюю хорошую копию и покажите хранилище тому, кто отвечает за вашу безопасность.</translation>
    </message>
    <message>
      <source>Take another backup: this one was put together out of several, or is damaged.</source>
      <translation>Возьмите другую копию: эта составлена из нескольких или повреждена.</translation>
    </message>
    <message>
      <source>The cases are not touched by this, but searches may miss some. A rescue into a new vault makes the index anew.</source>
      <translation>Случаев это не затрагивает, но поиск может что-то пропустить. При спасении в новое хранилище индекс создаётся заново.</translation>
    </message>
    <message>
      <source>a page cannot be read</source>
      <translation>страница не читается</translation>
    </message>
    <message>
      <source>an entry was changed or removed</source>
      <translation>запись изменили или удалили</translation>
    </message>
    <message>
      <source>an index of {table} is not of today's rows</source>
      <translation>индекс не соответствует сегодняшним строкам: {table}</translation>
    </message>
    <message>
      <source>answers</source>
      <translation>ответы</translation>
    </message>
    <message>
      <source>both copies are whole</source>
      <translation>обе копии целы</translation>
    </message>
    <message>
      <source>bundles that have left</source>
      <translation>переданные комплекты</translation>
    </message>
    <message>
      <source>cases</source>
      <translation>случаи</translation>
    </message>
    <message>
      <source>consent</source>
      <translation>согласие</translation>
    </message>
    <message>
      <source>earlier versions of statements</source>
      <translation>прежние версии рассказов</translation>
    </message>
    <message>
      <source>events</source>
      <translation>события</translation>
    </message>
    <message>
      <source>every page and every index is whole</source>
      <translation>каждая страница и каждый индекс целы</translation>
    </message>
    <message>
      <source>every record is the one that was written last</source>
      <translation>каждая запись такая, какой её записали в последний раз</translation>
    </message>
    <message>
      <source>interviews</source>
      <translation>интервью</translation>
    </message>
    <message>
      <source>it was compared with the database when the vault was opened</source>
      <translation>его сравнили с базой, когда хранилище открывали</translation>
    </message>
    <message>
      <source>marks of the review</source>
      <translation>пометки просмотра</translation>
    </message>
    <message>
      <source>no copy is whole</source>
      <translation>ни одна копия не цела</translation>
    </message>
    <message>
      <source>not looked at, for the database is damaged</source>
      <translation>не проверялось, потому что база повреждена</translation>
    </message>
    <message>
      <source>notes of parcels</source>
      <translation>записи о пакетах</translation>
    </message>
    <message>
      <source>one copy is damaged</source>
      <translation>одна копия повреждена</translation>
    </message>
    <message>
      <source>parts of it are of different moments</source>
      <translation>его части из разных моментов</translation>
    </message>
    <message>
      <source>people</source>
      <translation>люди</translation>
    </message>
    <message>
      <source>rows were removed or put back to an earlier state</source>
      <translation>строки удалили или вернули к прежнему состоянию</translation>
    </message>
    <message>
      <source>second looks</source>
      <translation>вторые просмотры</translation>
    </message>
    <message>
      <source>settings</source>
      <translation>настройки</translation>
    </message>
    <message>
      <source>statements</source>
      <translation>рассказы</translation>
    </message>
    <message>
      <source>the audit log</source>
      <translation>журнал действий</translation>
    </message>
    <message>
      <source>the index has the words of the cases</source>
      <translation>в индексе слова случаев</translation>
    </message>
    <message>
      <source>the index is damaged</source>
      <translation>индекс повреждён</translation>
    </message>
    <message>
      <source>the newest writes: they lie in a log, which only a restore reads</source>
      <translation>последние записи: они в журнале базы, который читается только при восстановлении</translation>
    </message>
    <message>
      <source>the records: the database is damaged</source>
      <translation>записи: база повреждена</translation>
    </message>
    <message>
      <source>the search index: to check it is to write, and it can be made anew</source>
      <translation>индекс поиска: проверка требует записи, а его можно создать заново</translation>
    </message>
    <message>
      <source>the step to this version of the program, which the first opening takes</source>
      <translation>переход к этой версии программы: он происходит при первом открытии</translation>
    </message>
    <message>
      <source>the structure is damaged</source>
      <translation>структура повреждена</translation>
    </message>
    <message>
      <source>the vault's own keys</source>
      <translation>собственные ключи хранилища</translation>
    </message>
    <message>
      <source>trusted keys</source>
      <translation>доверенные ключи</translation>
    </message>
    <message>
      <source>whether the passphrase opens it, too</source>
      <translation>открывает ли её и парольная фраза</translation>
    </message>
    <message>
      <source>whether the recovery key opens it, too</source>
      <translation>открывает ли её и ключ восстановления</translation>
    </message>
    <message>
      <source>who took part in events</source>
      <translation>участники событий</translation>
    </message>
    <message>
      <source>who was in which bundle</source>
      <translation>кто в каком комплекте был</translation>
    </message>
    <message>
      <source>words that are always hidden or kept</source>
      <translation>слова, которые всегда скрываются или остаются</translation>
    </message>
  </context>
  <context>
    <name>FirstStart</name>
    <message>
      <source>A notebook for accounts of human rights violations. Everything you write stays in an encrypted vault on this laptop. Nothing is sent anywhere.</source>
      <translation>Блокнот для рассказов о нарушениях прав человека. Всё, что вы пишете, остаётся в зашифрованном хранилище на этом ноутбуке. Ничего никуда не отсылается.</translation>
    </message>
    <message>
      <source>A throw-away vault to look around. No real people, no risk.</source>
      <translation>Временное хранилище, чтобы осмотреться. Никаких настоящих людей и никакого риска.</translation>
    </message>
    <message>
      <source>Choose a folder and a passphrase. Takes about five minutes.</source>
      <translation>Выберите папку и парольную фразу. Это займёт минут пять.</translation>
    </message>
    <message>
      <source>Create a vault</source>
      <translation>Создать хранилище</translation>
    </message>
    <message>
      <source>Open a bundle</source>
      <translation>Открыть комплект</translation>
    </message>
    <message>
      <source>Open a vault</source>
      <translation>Открыть хранилище</translation>
    </message>
    <message>
      <source>Somebody has sent you one. You need no vault to read it.</source>
      <translation>Вам его прислали. Чтобы читать, хранилище не нужно.</translation>
    </message>
    <message>
      <source>Try it with made-up cases</source>
      <translation>Попробовать на вымышленных случаях</translation>
    </message>
    <message>
      <source>Welcome to Intake</source>
      <translation>Добро пожаловать в Intake</translation>
    </message>
    <message>
      <source>You have one on this laptop, on a drive, or as a backup.</source>
      <translation>Оно у вас уже есть: на ноутбуке, на диске или в резервной копии.</translation>
    </message>
  </context>
  <context>
    <name>Gate</name>
    <message>
      <source>Language</source>
      <translation>Язык</translation>
    </message>
    <message>
      <source>The made-up vault is gone: it is thrown away whenever it locks or closes.</source>
      <translation>Хранилище с вымышленными случаями удалено: так бывает всякий раз, когда его запирают или закрывают.</translation>
    </message>
    <message>
      <source>The vault has new keys: what was sealed opens here no more. Your passphrase is the same as before.</source>
      <translation>У хранилища новые ключи: запечатанное здесь больше не откроется. Парольная фраза та же, что и раньше.</translation>
    </message>
  </context>
  <context>
    <name>KeyChoice</name>
    <message>
      <source>No key is trusted yet. Add the office's key on the Team page.</source>
      <translation>Доверенного ключа ещё нет. Добавьте ключ офиса на странице «Команда».</translation>
    </message>
  </context>
  <context>
    <name>MessageBar</name>
    <message>
      <source>Close this message</source>
      <translation>Закрыть это сообщение</translation>
    </message>
  </context>
  <context>
    <name>NewPassphrase</name>
    <message>
      <source>Almost: one more unusual word would do.</source>
      <translation>Почти: хватит ещё одного необычного слова.</translation>
    </message>
    <message>
      <source>New passphrase</source>
      <translation>Новая парольная фраза</translation>
    </message>
    <message>
      <source>Six random words, or a sentence that only you could have made up.</source>
      <translation>Шесть случайных слов или предложение, которое придумать могли только вы.</translation>
    </message>
    <message>
      <source>Strong: guessing it is out of reach.</source>
      <translation>Надёжно: угадать её невозможно.</translation>
    </message>
    <message>
      <source>Suggest six words</source>
      <translation>Предложить шесть слов</translation>
    </message>
    <message>
      <source>The same again</source>
      <translation>То же самое ещё раз</translation>
    </message>
    <message>
      <source>The two passphrases differ.</source>
      <translation>Парольные фразы различаются.</translation>
    </message>
    <message>
      <source>Too easy: somebody with the laptop and time would find it.</source>
      <translation>Слишком легко: тот, у кого есть ноутбук и время, её найдёт.</translation>
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
      <translation>&amp;Открыть</translation>
    </message>
    <message>
      <source>&amp;The words are right</source>
      <translation>&amp;Слова совпадают</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Checking the bundle.</source>
      <translation>Проверяем комплект.</translation>
    </message>
    <message>
      <source>Drop the file here or choose it. It is checked before anything of it is shown, and nothing is written to the disk.</source>
      <translation>Перетащите файл сюда или выберите его. Сначала он проверяется, только потом показывается, и на диск ничего не записывается.</translation>
    </message>
    <message>
      <source>No file is chosen yet.</source>
      <translation>Файл ещё не выбран.</translation>
    </message>
    <message>
      <source>Of your key file, or of the bundle where there is none.</source>
      <translation>От вашего файла ключа или, если его нет, от комплекта.</translation>
    </message>
    <message>
      <source>Open a bundle</source>
      <translation>Открыть комплект</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Парольная фраза</translation>
    </message>
    <message>
      <source>The bundle</source>
      <translation>Комплект</translation>
    </message>
    <message>
      <source>The bundle is whole. Its signer has these six words: {words}. Ask the sender to read theirs to you, by voice. If they differ, do not open it: it is from somebody else.</source>
      <translation>Комплект цел. У того, кто его подписал, такие шесть слов: {words}. Попросите отправителя прочитать вам свои, голосом. Если они другие, не открывайте: это от кого-то другого.</translation>
    </message>
    <message>
      <source>The sender's public key</source>
      <translation>Открытый ключ отправителя</translation>
    </message>
    <message>
      <source>Which bundle?</source>
      <translation>Какой комплект?</translation>
    </message>
    <message>
      <source>Which key file?</source>
      <translation>Какой файл ключа?</translation>
    </message>
    <message>
      <source>Which public key file?</source>
      <translation>Какой файл открытого ключа?</translation>
    </message>
    <message>
      <source>Without it you compare six words with the sender by voice.</source>
      <translation>Без него вы сверяете шесть слов с отправителем голосом.</translation>
    </message>
    <message>
      <source>Without one: for a bundle that a passphrase opens.</source>
      <translation>Без него: для комплекта, который открывается парольной фразой.</translation>
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
      <translation>Закрыть</translation>
    </message>
    <message>
      <source>Each group sees words of its own, so that nobody who compares two bundles can tell that both come from this laptop.</source>
      <translation>Каждая группа видит свои слова, чтобы тот, кто сравнит два комплекта, не понял, что оба с этого ноутбука.</translation>
    </message>
    <message>
      <source>The key file is in {path}. Send it, and read its words out.</source>
      <translation>Файл ключа здесь: {path}. Перешлите его и прочитайте слова вслух.</translation>
    </message>
    <message>
      <source>Where to write the key file</source>
      <translation>Куда записать файл ключа</translation>
    </message>
    <message>
      <source>Who adds your key file to their Intake sees</source>
      <translation>Кто добавляет файл вашего ключа в свой Intake, видит</translation>
    </message>
    <message>
      <source>Who checks a bundle for {group} sees</source>
      <translation>Кто проверяет комплект ({group}), видит</translation>
    </message>
    <message>
      <source>Who gets a bundle from this vault needs this key file once: it shows that bundles come from you and that nobody has changed them. It opens nothing and is no secret, but it holds the name {name}. Send the file, and read the words out in a call or face to face. If the recipient sees other words, the file was exchanged.</source>
      <translation>Тому, кто получает комплекты из этого хранилища, один раз нужен этот файл ключа: по нему видно, что комплект от вас и никто его не изменил. Ключ ничего не открывает и не секретен, но в нём есть название: {name}. Перешлите файл, а слова прочитайте по телефону или при встрече. Если получатель видит другие слова, файл подменили.</translation>
    </message>
    <message>
      <source>Write here</source>
      <translation>Записать здесь</translation>
    </message>
    <message>
      <source>Write the key file</source>
      <translation>Записать файл ключа</translation>
    </message>
    <message>
      <source>Your public key</source>
      <translation>Ваш открытый ключ</translation>
    </message>
  </context>
  <context>
    <name>PassphraseEdit</name>
    <message>
      <source>Arabic letters</source>
      <translation>Арабские буквы</translation>
    </message>
    <message>
      <source>Caps lock is on</source>
      <translation>Включён Caps Lock</translation>
    </message>
    <message>
      <source>Cyrillic letters</source>
      <translation>Кириллица</translation>
    </message>
    <message>
      <source>Georgian letters</source>
      <translation>Грузинские буквы</translation>
    </message>
    <message>
      <source>Hold to show the letters</source>
      <translation>Удерживайте, чтобы показать буквы</translation>
    </message>
    <message>
      <source>Latin letters</source>
      <translation>Латиница</translation>
    </message>
  </context>
  <context>
    <name>Protection</name>
    <message numerus="yes">
      <source>%n thing(s) to look at</source>
      <translation>
        <numerusform>Стоит посмотреть на %n вещь</numerusform>
        <numerusform>Стоит посмотреть на %n вещи</numerusform>
        <numerusform>Стоит посмотреть на %n вещей</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Check again</source>
      <translation>&amp;Проверить снова</translation>
    </message>
    <message>
      <source>Clipboard</source>
      <translation>Буфер обмена</translation>
    </message>
    <message>
      <source>Desktop search</source>
      <translation>Поиск по файлам</translation>
    </message>
    <message>
      <source>Encrypted disk</source>
      <translation>Шифрование диска</translation>
    </message>
    <message>
      <source>Found: {names}. Every version of the vault is copied to other machines, and old ones stay there. Make a backup, restore it to a folder outside, and have the copies deleted.</source>
      <translation>Найдено: {names}. Каждая версия хранилища копируется на другие машины, и старые там остаются. Сделайте резервную копию, восстановите её в другую папку и попросите удалить копии.</translation>
    </message>
    <message>
      <source>Hibernation</source>
      <translation>Гибернация</translation>
    </message>
    <message>
      <source>If Intake crashes, no copy of its memory is written to the disk.</source>
      <translation>Если Intake аварийно завершится, копия памяти не запишется на диск.</translation>
    </message>
    <message>
      <source>Intake cannot look at this on your system yet.</source>
      <translation>На вашей системе Intake пока не умеет этого проверять.</translation>
    </message>
    <message>
      <source>Intake itself</source>
      <translation>Сам Intake</translation>
    </message>
    <message>
      <source>Intake locks at once.</source>
      <translation>Intake сразу блокируется.</translation>
    </message>
    <message>
      <source>Intake refuses every connection to other machines.</source>
      <translation>Intake отказывает в любом соединении с другими машинами.</translation>
    </message>
    <message>
      <source>It cannot be told here. Ask whoever looks after this laptop.</source>
      <translation>Здесь это нельзя определить. Спросите того, кто следит за этим ноутбуком.</translation>
    </message>
    <message>
      <source>It could not be switched on. Start Intake anew; if this stays, show the page to whoever looks after your security.</source>
      <translation>Включить не удалось. Запустите Intake заново; если не поможет, покажите эту страницу тому, кто отвечает за вашу безопасность.</translation>
    </message>
    <message>
      <source>It is switched off.</source>
      <translation>Она выключена.</translation>
    </message>
    <message>
      <source>Keys and screen</source>
      <translation>Клавиатура и экран</translation>
    </message>
    <message>
      <source>Memory is never moved to the disk.</source>
      <translation>Память никогда не переносится на диск.</translation>
    </message>
    <message>
      <source>Memory on the disk (swap)</source>
      <translation>Память на диске (swap)</translation>
    </message>
    <message>
      <source>Memory that is moved to the disk is encrypted there.</source>
      <translation>Память, которая переносится на диск, там зашифрована.</translation>
    </message>
    <message>
      <source>No copies in a cloud</source>
      <translation>Без копий в облаке</translation>
    </message>
    <message>
      <source>No encryption was found beneath the vault. The vault is encrypted by itself; what other programs and the system write is not. Have the whole disk encrypted when you install the system next time.</source>
      <translation>Под хранилищем не найдено шифрования. Само хранилище зашифровано, а то, что пишут другие программы и система, — нет. Когда будете заново ставить систему, зашифруйте весь диск.</translation>
    </message>
    <message>
      <source>No further rights</source>
      <translation>Без дополнительных прав</translation>
    </message>
    <message>
      <source>No memory dumps</source>
      <translation>Без дампов памяти</translation>
    </message>
    <message>
      <source>No network</source>
      <translation>Без сети</translation>
    </message>
    <message>
      <source>No other person on this laptop can read files that Intake makes.</source>
      <translation>Никто другой на этом ноутбуке не может прочитать файлы, которые создаёт Intake.</translation>
    </message>
    <message>
      <source>No pictures of the screen</source>
      <translation>Без снимков экрана</translation>
    </message>
    <message>
      <source>No reading of memory</source>
      <translation>Память не читается</translation>
    </message>
    <message>
      <source>No running program was found that keeps copies.</source>
      <translation>Не найдено программ, которые хранят скопированное.</translation>
    </message>
    <message>
      <source>No running search program was found that lists the vault.</source>
      <translation>Не найдено программ поиска, которые перечисляют хранилище.</translation>
    </message>
    <message>
      <source>Nothing found that endangers the vault</source>
      <translation>Ничего опасного для хранилища не найдено</translation>
    </message>
    <message>
      <source>Nothing that runs inside Intake can get more rights than you have.</source>
      <translation>Ничто внутри Intake не может получить больше прав, чем у вас.</translation>
    </message>
    <message>
      <source>Other programs can neither read your keys nor see this window.</source>
      <translation>Другие программы не видят ни ваших нажатий, ни этого окна.</translation>
    </message>
    <message>
      <source>Other programs get no picture of this window.</source>
      <translation>Другие программы не могут снять это окно.</translation>
    </message>
    <message>
      <source>Other programs of yours cannot look into the memory of Intake.</source>
      <translation>Другие ваши программы не могут заглянуть в память Intake.</translation>
    </message>
    <message>
      <source>Pieces of what is open may be written to the disk as they are. Have swap switched off or encrypted.</source>
      <translation>Куски открытого могут записаться на диск как есть. Попросите выключить или зашифровать swap.</translation>
    </message>
    <message>
      <source>Place of the vault</source>
      <translation>Где лежит хранилище</translation>
    </message>
    <message>
      <source>Private files</source>
      <translation>Личные файлы</translation>
    </message>
    <message>
      <source>Protection</source>
      <translation>Защита</translation>
    </message>
    <message>
      <source>Running: {names}. It keeps what is copied to other programs. Copy inside Intake only, or close it.</source>
      <translation>Работает: {names}. Это хранит то, что копируется в другие программы. Копируйте только внутри Intake или закройте эту программу.</translation>
    </message>
    <message>
      <source>Running: {names}. It lists names and times of the vault's files, though not what is in them. Leave the folder out in its settings.</source>
      <translation>Работает: {names}. Перечисляет названия и время файлов хранилища, но не то, что в них. Исключите папку в настройках этой программы.</translation>
    </message>
    <message>
      <source>Somebody else takes over</source>
      <translation>За ноутбуком другой человек</translation>
    </message>
    <message>
      <source>Switched on at the start, before anything secret is in memory.</source>
      <translation>Включается при запуске, пока в памяти нет ничего секретного.</translation>
    </message>
    <message>
      <source>The disk beneath the vault is encrypted.</source>
      <translation>Диск, на котором лежит хранилище, зашифрован.</translation>
    </message>
    <message>
      <source>The laptop around the vault</source>
      <translation>Ноутбук вокруг хранилища</translation>
    </message>
    <message>
      <source>The laptop goes to sleep</source>
      <translation>Ноутбук засыпает</translation>
    </message>
    <message>
      <source>The lid is closed</source>
      <translation>Крышка закрыта</translation>
    </message>
    <message>
      <source>The screen is locked</source>
      <translation>Экран заблокирован</translation>
    </message>
    <message>
      <source>The system overwrites memory that a program gives back.</source>
      <translation>Система затирает память, которую возвращает программа.</translation>
    </message>
    <message>
      <source>The timer locks in any case: after minutes without input, and after every sleep.</source>
      <translation>Таймер блокирует в любом случае: через несколько минут без нажатий и после каждого сна.</translation>
    </message>
    <message>
      <source>The vault lies in memory and goes with it.</source>
      <translation>Хранилище лежит в памяти и исчезнет вместе с ней.</translation>
    </message>
    <message>
      <source>The vault lies in no folder that a known service copies.</source>
      <translation>Хранилище не лежит в папке, которую копирует известный сервис.</translation>
    </message>
    <message>
      <source>The vault lies on a disk of this laptop.</source>
      <translation>Хранилище лежит на диске этого ноутбука.</translation>
    </message>
    <message>
      <source>The vault lies on a disk that can be pulled out. Lock before you pull it, and keep a backup elsewhere.</source>
      <translation>Хранилище лежит на диске, который можно вынуть. Заблокируйте его, прежде чем вынимать, и держите резервную копию в другом месте.</translation>
    </message>
    <message>
      <source>The vault lies on another machine, and a broken connection can damage it. Make a backup and restore it to a folder of this laptop.</source>
      <translation>Хранилище лежит на другой машине, и обрыв соединения может его повредить. Сделайте резервную копию и восстановите её в папку этого ноутбука.</translation>
    </message>
    <message>
      <source>The whole memory may be written to the disk unencrypted. Have it switched off, and shut down instead.</source>
      <translation>Вся память может записаться на диск незашифрованной. Попросите выключить гибернацию и просто выключайте ноутбук.</translation>
    </message>
    <message>
      <source>The whole memory may be written to the encrypted disk, and opens with its passphrase. Shut down before you travel.</source>
      <translation>Вся память может записаться на зашифрованный диск и открывается его паролем. Перед дорогой выключайте ноутбук.</translation>
    </message>
    <message>
      <source>The window is shown through X11 inside Wayland: other X11 programs can read your keys while it is in front. Close them while you work.</source>
      <translation>Окно показывается через X11 внутри Wayland: другие программы X11 могут читать ваши нажатия, пока оно впереди. Закрывайте их, пока работаете.</translation>
    </message>
    <message>
      <source>There is no place to write the memory to.</source>
      <translation>Нет места, куда записать память.</translation>
    </message>
    <message>
      <source>This desktop does not tell of it. Lock by hand, or wait for the timer.</source>
      <translation>Этот рабочий стол об этом не сообщает. Блокируйте сами или ждите таймера.</translation>
    </message>
    <message>
      <source>This laptop cannot hibernate.</source>
      <translation>Этот ноутбук не умеет гибернации.</translation>
    </message>
    <message>
      <source>This session runs on X11: every program in it can read your keys and see this window. Choose a Wayland session when you log in.</source>
      <translation>Этот сеанс работает на X11: каждая программа в нём может читать ваши нажатия и видеть это окно. При входе выберите сеанс Wayland.</translation>
    </message>
    <message>
      <source>This system offers nothing of the kind. Close other programs while you work.</source>
      <translation>Эта система такого не умеет. Закрывайте другие программы, пока работаете.</translation>
    </message>
    <message>
      <source>What endangers the vault</source>
      <translation>Что угрожает хранилищу</translation>
    </message>
    <message>
      <source>What this laptop does for the vault, and what against it. Intake looks and changes nothing.</source>
      <translation>Что этот ноутбук делает для хранилища, а что — против. Intake только смотрит и ничего не меняет.</translation>
    </message>
    <message>
      <source>What was in memory may stay there for a while after locking. Shut down before you travel, or have the system started with init_on_free=1.</source>
      <translation>То, что было в памяти, может какое-то время оставаться там после блокировки. Перед дорогой выключайте ноутбук или попросите запускать систему с init_on_free=1.</translation>
    </message>
    <message>
      <source>When the vault locks by itself</source>
      <translation>Когда хранилище блокируется само</translation>
    </message>
    <message>
      <source>Wiping of freed memory</source>
      <translation>Затирание освобождённой памяти</translation>
    </message>
    <message>
      <source>cannot be told</source>
      <translation>неизвестно</translation>
    </message>
    <message>
      <source>danger</source>
      <translation>опасно</translation>
    </message>
    <message>
      <source>failed</source>
      <translation>не удалось</translation>
    </message>
    <message>
      <source>good</source>
      <translation>хорошо</translation>
    </message>
    <message>
      <source>heard</source>
      <translation>слышно</translation>
    </message>
    <message>
      <source>not available here</source>
      <translation>здесь недоступно</translation>
    </message>
    <message>
      <source>not heard here</source>
      <translation>здесь не слышно</translation>
    </message>
    <message>
      <source>on</source>
      <translation>включено</translation>
    </message>
  </context>
  <context>
    <name>Reasons</name>
    <message>
      <source>A case is withdrawn or sealed by a step of its own.</source>
      <translation>Отзыв или запечатывание случая — это отдельный шаг.</translation>
    </message>
    <message>
      <source>A text holds half of a character and cannot be kept</source>
      <translation>Текст содержит половину символа, поэтому его нельзя сохранить</translation>
    </message>
    <message>
      <source>A withdrawn or sealed case stays as it is.</source>
      <translation>Отозванный или запечатанный случай остаётся таким, какой он есть.</translation>
    </message>
    <message>
      <source>Choose a name of plain characters.</source>
      <translation>Выберите имя из обычных знаков.</translation>
    </message>
    <message>
      <source>Choose statements whose review is finished.</source>
      <translation>Выберите рассказы, просмотр которых закончен.</translation>
    </message>
    <message>
      <source>First set the interviewer's code, in Settings or in the interview: only then can anybody tell that somebody else has looked.</source>
      <translation>Сначала задайте код интервьюера, в настройках или в интервью: только тогда видно, что просматривал кто-то другой.</translation>
    </message>
    <message>
      <source>Give a word of at least two letters.</source>
      <translation>Дайте слово хотя бы из двух букв.</translation>
    </message>
    <message>
      <source>Give the code of the person who looked, in plain characters.</source>
      <translation>Введите код человека, который просматривал, обычными знаками.</translation>
    </message>
    <message>
      <source>Keep backups outside of the vault's own folder, best on a stick.</source>
      <translation>Храните резервные копии вне папки самого хранилища, лучше на флешке.</translation>
    </message>
    <message>
      <source>Name the bundles to unite.</source>
      <translation>Назовите комплекты, которые нужно объединить.</translation>
    </message>
    <message>
      <source>No bundle has to be recalled: consent covers all that has left.</source>
      <translation>Ни одного комплекта не нужно отзывать: согласие охватывает всё, что вышло.</translation>
    </message>
    <message>
      <source>No case of this parcel from {sender} is here. Receive the parcel, or ask for it; if the case was sealed for somebody else since, the recall has to reach them.</source>
      <translation>Здесь нет случая из этого пакета от {sender}. Примите пакет или попросите его; если случай с тех пор запечатали для кого-то другого, отзыв должен дойти до него.</translation>
    </message>
    <message>
      <source>No key is trusted under this name.</source>
      <translation>Под этим именем нет доверенного ключа.</translation>
    </message>
    <message>
      <source>No key of another vault is trusted under this name.</source>
      <translation>Под этим именем нет доверенного ключа другого хранилища.</translation>
    </message>
    <message>
      <source>Nothing is to be decided about this parcel. List the parcels.</source>
      <translation>Об этом пакете решать нечего. Откройте страницу «Команда» снова.</translation>
    </message>
    <message>
      <source>Put parcels outside of the vault's own folder, best on a stick.</source>
      <translation>Кладите пакеты вне папки хранилища, лучше на флешку.</translation>
    </message>
    <message>
      <source>The case has answers to questions that this program does not ask. Keep the parcel, and receive it with the version of the program that the sender has.</source>
      <translation>В случае есть ответы на вопросы, которых эта программа не задаёт. Сохраните пакет и примите его в той версии программы, которая у отправителя.</translation>
    </message>
    <message>
      <source>The case was recorded with a newer questionnaire. Update the program, then receive the parcel again.</source>
      <translation>Случай записан с более новым опросником. Обновите программу и примите пакет ещё раз.</translation>
    </message>
    <message>
      <source>The case was recorded with another questionnaire. Keep the parcel, and ask the sender which one it was.</source>
      <translation>Случай записан с другим опросником. Сохраните пакет и спросите отправителя, с каким.</translation>
    </message>
    <message>
      <source>The folder of the vault holds something that is not the vault's: {name}. Move it away, then do this again.</source>
      <translation>В папке хранилища есть что-то чужое: {name}. Уберите это и повторите.</translation>
    </message>
    <message>
      <source>The passphrase is not UTF-8 text. Type it in again.</source>
      <translation>Парольная фраза — не текст UTF-8. Введите её снова.</translation>
    </message>
    <message>
      <source>The text has changed. Choose the words again.</source>
      <translation>Текст изменился. Выберите слова снова.</translation>
    </message>
    <message>
      <source>The text has changed. Select the words again.</source>
      <translation>Текст изменился. Выделите слова снова.</translation>
    </message>
    <message>
      <source>The vault was opened by a link. Open its folder itself, {place}, then do this again.</source>
      <translation>Хранилище открыто по ссылке. Откройте саму его папку, {place}, затем сделайте это ещё раз.</translation>
    </message>
    <message>
      <source>These are too many statements for one request.</source>
      <translation>Для одного запроса это слишком много рассказов.</translation>
    </message>
    <message>
      <source>These texts are too long for one request. Ask for fewer at once.</source>
      <translation>Эти тексты слишком длинные для одного запроса. Попросите просмотреть меньше за раз.</translation>
    </message>
    <message>
      <source>These weights cannot be meant: {}.</source>
      <translation>Таких весов быть не может: {}.</translation>
    </message>
    <message>
      <source>This case from {sender} was erased here and is not taken in again.</source>
      <translation>Этот случай от {sender} здесь стёрли, и он больше не принимается.</translation>
    </message>
    <message>
      <source>This is a key file, no parcel: use Add a key file (intake key trust).</source>
      <translation>Это файл ключа, а не пакет: воспользуйтесь «Добавить файл ключа» (intake key trust).</translation>
    </message>
    <message>
      <source>This is the code of an interviewer of this case or vault. Somebody else looks.</source>
      <translation>Это код интервьюера этого случая или хранилища. Просматривает кто-то другой.</translation>
    </message>
    <message>
      <source>This mark is gone. Select the words again.</source>
      <translation>Этой пометки больше нет. Выделите слова снова.</translation>
    </message>
    <message>
      <source>This name has another key already. A changed key can be an attack: ask its owner in person, then choose a new name.</source>
      <translation>Под этим именем уже есть другой ключ. За изменённым ключом может стоять нападение: спросите владельца лично, затем выберите новое имя.</translation>
    </message>
    <message>
      <source>This person asked not to be named: nothing is recorded here.</source>
      <translation>Этот человек попросил его не называть: здесь ничего не записывается.</translation>
    </message>
    <message>
      <source>This record is no longer there. Open the case again.</source>
      <translation>Этой записи уже нет. Откройте случай снова.</translation>
    </message>
    <message>
      <source>This statement is finalised. Reopen it to change it.</source>
      <translation>Этот рассказ завершён. Откройте его снова, чтобы изменить.</translation>
    </message>
    <message>
      <source>This vault signed the answer itself. Somebody else has to.</source>
      <translation>Этот ответ подписало само это хранилище. Подписать должен кто-то другой.</translation>
    </message>
    <message>
      <source>This vault's own key would keep the parcel open here.</source>
      <translation>С собственным ключом хранилища пакет можно было бы открыть здесь.</translation>
    </message>
    <message>
      <source>Too much of this answer is about texts that do not stand here. Ask again.</source>
      <translation>Слишком многое в этом ответе о текстах, которых здесь нет. Попросите снова.</translation>
    </message>
    <message>
      <source>Two different bundles have the number {}.</source>
      <translation>Два разных комплекта имеют номер {}.</translation>
    </message>
    <message>
      <source>Which case this recall from {sender} means was lost when this vault was rescued. Ask the sender which case it is, and record the withdrawal by hand.</source>
      <translation>Какой случай имеет в виду этот отзыв от {sender}, было утеряно при спасении хранилища. Спросите отправителя, какой это случай, и запишите отзыв согласия сами.</translation>
    </message>
    <message>
      <source>a colleague's key is trusted here, so a second look is signed</source>
      <translation>здесь есть доверенный ключ коллеги, поэтому второй просмотр подписывается</translation>
    </message>
    <message>
      <source>case {code} does not fit together, and no other vault could take it in; rescue this vault into a new one and seal it there</source>
      <translation>записи случая {code} не согласуются между собой, и ни одно другое хранилище не смогло бы его принять; спасите это хранилище в новое и запечатайте случай там</translation>
    </message>
    <message>
      <source>case {code} is a draft; finalise it first</source>
      <translation>случай {code} — черновик; сначала завершите его</translation>
    </message>
    <message>
      <source>case {code} is larger than a parcel holds, 64 MiB</source>
      <translation>случай {code} больше, чем вмещает пакет, 64 МиБ</translation>
    </message>
    <message>
      <source>case {code} was recorded with a questionnaire that is not here, and no other vault could take it in; update the program, or leave this case out</source>
      <translation>случай {code} записан с опросником, которого здесь нет, и ни одно другое хранилище не смогло бы его принять; обновите программу или не берите этот случай</translation>
    </message>
    <message>
      <source>it was stopped</source>
      <translation>его остановили</translation>
    </message>
    <message>
      <source>nobody here has agreed to be quoted, or a text names somebody</source>
      <translation>никто здесь не согласился, чтобы его цитировали, или текст кого-то называет</translation>
    </message>
    <message>
      <source>something typed into case {code} is no answer yet; open it and finish</source>
      <translation>в случае {code} есть введённое, что ещё не ответ; откройте его и завершите</translation>
    </message>
    <message>
      <source>the database library is too old</source>
      <translation>библиотека базы данных слишком старая</translation>
    </message>
    <message>
      <source>the disk did not answer</source>
      <translation>диск не ответил</translation>
    </message>
    <message>
      <source>the disk is full</source>
      <translation>диск заполнен</translation>
    </message>
    <message>
      <source>the folder of the vault cannot be renamed where it is</source>
      <translation>папку хранилища нельзя переименовать там, где она лежит</translation>
    </message>
    <message>
      <source>the key derivation fails its self-test</source>
      <translation>вычисление ключа не прошло собственную проверку</translation>
    </message>
    <message>
      <source>the memory of this machine makes errors</source>
      <translation>память этого компьютера делает ошибки</translation>
    </message>
    <message>
      <source>the search index would keep deleted words</source>
      <translation>поисковый указатель сохранял бы удалённые слова</translation>
    </message>
    <message>
      <source>the vault has changed since; work out again what would leave</source>
      <translation>хранилище с тех пор изменилось; вычислите заново, что будет передано</translation>
    </message>
    <message>
      <source>these words are on the list of words to hide; the settings have the list</source>
      <translation>эти слова в списке слов, которые скрывать; список — в настройках</translation>
    </message>
    <message>
      <source>these words name somebody in this vault, so they stay hidden</source>
      <translation>эти слова называют кого-то в этом хранилище, поэтому они остаются скрытыми</translation>
    </message>
    <message>
      <source>this vault is set to let no statement leave</source>
      <translation>это хранилище не выпускает ни одного рассказа</translation>
    </message>
    <message>
      <source>this vault was rescued without the list of the cases that were erased in it, and this may be one of them; find out, then say that everything is caught up</source>
      <translation>это хранилище спасено без списка случаев, которые в нём стёрли, и этот может быть одним из них; выясните, потом подтвердите, что всё записано</translation>
    </message>
    <message>
      <source>this was worked out on another day; consent ends with days</source>
      <translation>это вычислено в другой день; согласие зависит от дня</translation>
    </message>
    <message>
      <source>two versions of case {code} are here; decide first</source>
      <translation>здесь две версии случая {code}; сначала решите</translation>
    </message>
    <message>
      <source>what would leave has changed; look at it again</source>
      <translation>то, что выйдет, изменилось; просмотрите ещё раз</translation>
    </message>
  </context>
  <context>
    <name>RecallSheet</name>
    <message>
      <source>A recall of this case was written on {day}. Write another one only if that one did not arrive, or for somebody else who has the parcel.</source>
      <translation>Отзыв этого случая уже записан {day}. Пишите второй, только если тот не дошёл или если пакет есть ещё у кого-то.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Choose where to write it</source>
      <translation>Выбрать, куда записать</translation>
    </message>
    <message>
      <source>Day on which consent was taken back</source>
      <translation>День, когда согласие отозвали</translation>
    </message>
    <message>
      <source>Recall a sealed case</source>
      <translation>Отозвать запечатанный случай</translation>
    </message>
    <message>
      <source>The case cannot be opened here, so the withdrawal is recorded where the parcel is. A small signed file says so; it opens only with the keys that you choose.</source>
      <translation>Случай здесь не открыть, поэтому отзыв записывают там, где пакет. О нём сообщает маленький подписанный файл; он открывается только ключами, которые вы выберете.</translation>
    </message>
    <message>
      <source>The person asks that the record be erased</source>
      <translation>Человек просит стереть запись</translation>
    </message>
    <message>
      <source>Who has the parcel</source>
      <translation>У кого пакет</translation>
    </message>
    <message>
      <source>Write a day as year-month-day, for example 2027-12-31.</source>
      <translation>Запишите день как год-месяц-день, например 2027-12-31.</translation>
    </message>
  </context>
  <context>
    <name>Received</name>
    <message>
      <source>Case {code} from {sender} is here already, this parcel brings nothing new.</source>
      <translation>Случай {code} ({sender}) уже здесь, этот пакет не принёс ничего нового.</translation>
    </message>
    <message>
      <source>Case {code} from {sender} is here, with all its records.</source>
      <translation>Случай {code} ({sender}) здесь, со всеми записями.</translation>
    </message>
    <message>
      <source>The person asks that it be erased: press Erase on the page of the case.</source>
      <translation>Человек просит его стереть: нажмите «Стереть» на странице случая.</translation>
    </message>
    <message>
      <source>This case was here already and differs from what {sender} sent. Both are kept, the new one as {code}: decide which one counts.</source>
      <translation>Этот случай уже был здесь и отличается от присланного ({sender}). Сохранены оба, новый под кодом {code}: решите, какой верен.</translation>
    </message>
    <message>
      <source>{sender} tells that consent to case {code} was taken back. The withdrawal is recorded: nothing of it leaves any more.</source>
      <translation>{sender}: согласие на случай {code} отозвали. Отзыв записан: ничего из него больше не выходит.</translation>
    </message>
  </context>
  <context>
    <name>Recover</name>
    <message>
      <source>Not now</source>
      <translation>Не сейчас</translation>
    </message>
    <message>
      <source>Set a new passphrase</source>
      <translation>Задайте новую парольную фразу</translation>
    </message>
    <message>
      <source>Set the passphrase</source>
      <translation>Задать фразу</translation>
    </message>
    <message>
      <source>The recovery key opened the vault and stays valid. Choose a passphrase for every day.</source>
      <translation>Ключ восстановления открыл хранилище и остаётся действительным. Выберите парольную фразу на каждый день.</translation>
    </message>
    <message>
      <source>Wrapping the key under the new passphrase.</source>
      <translation>Оборачиваем ключ новой парольной фразой.</translation>
    </message>
  </context>
  <context>
    <name>RecoveryPaper</name>
    <message>
      <source>Another sheet, if it was split</source>
      <translation>Другой лист, если ключ разделён</translation>
    </message>
    <message>
      <source>Any two sheets open the vault, one alone tells nothing. Keep them in three places, each with its number and its two words.</source>
      <translation>Любые два листа открывают хранилище, один ничего не говорит. Держите их в трёх местах, каждый с номером и двумя словами.</translation>
    </message>
    <message>
      <source>Recovery key, or a sheet of it</source>
      <translation>Ключ восстановления или его лист</translation>
    </message>
    <message>
      <source>Sheet {number} of {sheets}: {words}</source>
      <translation>Лист {number} из {sheets}: {words}</translation>
    </message>
    <message>
      <source>Sheet {number}, typed back</source>
      <translation>Лист {number}, введённый обратно</translation>
    </message>
    <message>
      <source>Split it over three sheets</source>
      <translation>Разделить на три листа</translation>
    </message>
    <message>
      <source>The key, typed back</source>
      <translation>Ключ, введённый обратно</translation>
    </message>
    <message>
      <source>The next sheet</source>
      <translation>Следующий лист</translation>
    </message>
    <message>
      <source>The sheet before</source>
      <translation>Предыдущий лист</translation>
    </message>
  </context>
  <context>
    <name>Rekey</name>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Copying the vault under new keys and checking the copy.</source>
      <translation>Хранилище копируется под новыми ключами, копия проверяется.</translation>
    </message>
    <message>
      <source>Everything is copied under new keys and the old ones are destroyed: a copy that somebody took before opens nothing that is written from now on. The passphrase stays; change it as well if it is known. Then unlock the vault again.</source>
      <translation>Всё копируется под новыми ключами, а старые уничтожаются: копия, которую кто-то сделал раньше, не откроет ничего из записанного с этого момента. Парольная фраза остаётся; смените и её, если она известна. Затем отоприте хранилище снова.</translation>
    </message>
    <message>
      <source>Make a backup now. If there is an older copy somewhere, it still opens with the old keys: destroy it, if it should not open any more.</source>
      <translation>Сделайте копию сейчас. Если где-то есть прежняя копия, она ещё открывается старыми ключами: уничтожьте её, если она больше не должна открываться.</translation>
    </message>
    <message>
      <source>Move it</source>
      <translation>Перенести</translation>
    </message>
    <message>
      <source>Move the vault to new keys</source>
      <translation>Перенести хранилище на новые ключи</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Остановить</translation>
    </message>
    <message>
      <source>The vault has new keys. Burn the old paper.</source>
      <translation>У хранилища новые ключи. Сожгите старую бумагу.</translation>
    </message>
    <message>
      <source>These and every other older copy still open with the old keys. Make a new backup, then destroy the ones that should not open any more.</source>
      <translation>Эти и все другие прежние копии ещё открываются старыми ключами. Сделайте новую копию, затем уничтожьте те, которые больше не должны открываться.</translation>
    </message>
    <message>
      <source>Unlock again</source>
      <translation>Отпереть снова</translation>
    </message>
  </context>
  <context>
    <name>ReportView</name>
    <message>
      <source>The page goes on. Save the files to see all.</source>
      <translation>Страница не закончилась. Чтобы увидеть всё, сохраните файлы.</translation>
    </message>
  </context>
  <context>
    <name>Rescue</name>
    <message numerus="yes">
      <source>%n case(s) lost with their codes.</source>
      <translation>
        <numerusform>%n случай потерян вместе с кодом.</numerusform>
        <numerusform>%n случая потеряны вместе с кодами.</numerusform>
        <numerusform>%n случаев потеряно вместе с кодами.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) lost: {codes}</source>
      <translation>
        <numerusform>Потерян %n случай: {codes}</numerusform>
        <numerusform>Потеряны %n случая: {codes}</numerusform>
        <numerusform>Потеряно %n случаев: {codes}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) whole.</source>
      <translation>
        <numerusform>%n случай цел.</numerusform>
        <numerusform>%n случая целы.</numerusform>
        <numerusform>%n случаев целы.</numerusform>
      </translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Every case that can be read is copied into a new vault with the same passphrase. The damaged vault stays as it is. If you have a good backup, restore it first.</source>
      <translation>Каждый случай, который читается, копируется в новое хранилище с той же парольной фразой. Повреждённое хранилище остаётся как есть. Если есть хорошая копия, сначала восстановите её.</translation>
    </message>
    <message numerus="yes">
      <source>In part as well: %n more case(s).</source>
      <translation>
        <numerusform>Частично также: ещё %n случай.</numerusform>
        <numerusform>Частично также: ещё %n случая.</numerusform>
        <numerusform>Частично также: ещё %n случаев.</numerusform>
      </translation>
    </message>
    <message>
      <source>In part: {code}. Something is missing of: {what}.</source>
      <translation>Частично: {code}. Чего-то не хватает: {what}.</translation>
    </message>
    <message>
      <source>Of the vault itself something is missing of: {what}.</source>
      <translation>Самому хранилищу чего-то не хватает: {what}.</translation>
    </message>
    <message>
      <source>Passphrase of the damaged vault</source>
      <translation>Парольная фраза повреждённого хранилища</translation>
    </message>
    <message>
      <source>Reading every case that can be read.</source>
      <translation>Читается каждый случай, который можно прочитать.</translation>
    </message>
    <message>
      <source>Rescue</source>
      <translation>Спасти</translation>
    </message>
    <message>
      <source>Rescue what can be read</source>
      <translation>Спасти то, что читается</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Остановить</translation>
    </message>
    <message numerus="yes">
      <source>The newest %n write(s) are missing, wherever they belong. A withdrawal may be among them.</source>
      <translation>
        <numerusform>Нет последней %n записи, где бы она ни была. Ею может быть отзыв согласия.</numerusform>
        <numerusform>Нет последних %n записей, где бы они ни были. Среди них может быть отзыв согласия.</numerusform>
        <numerusform>Нет последних %n записей, где бы они ни были. Среди них может быть отзыв согласия.</numerusform>
      </translation>
    </message>
    <message>
      <source>To the new vault</source>
      <translation>К новому хранилищу</translation>
    </message>
    <message>
      <source>With its settings the vault has lost which cases were erased in it, which recalls belong to its cases, and where its backups are. It awaits new keys, and takes in no parcel with a case that it does not have before you have caught up.</source>
      <translation>Вместе с настройками хранилище потеряло, какие случаи в нём стёрли, какие отзывы относятся к его случаям и где его резервные копии. Оно ждёт новых ключей и не примет пакета со случаем, которого в нём нет, пока вы не подтвердите, что всё записано.</translation>
    </message>
    <message>
      <source>Withdrawals may be among what is lost. The new vault writes no bundle before somebody has stated in the settings that all of them are recorded.</source>
      <translation>Среди потерянного могут быть отзывы согласия. Новое хранилище не создаёт комплектов, пока в настройках не подтвердят, что все они записаны.</translation>
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
      <translation>&amp;Восстановить</translation>
    </message>
    <message>
      <source>Copying and checking the backup.</source>
      <translation>Копируем и проверяем резервную копию.</translation>
    </message>
    <message>
      <source>Passphrase of the backup</source>
      <translation>Парольная фраза копии</translation>
    </message>
    <message>
      <source>Restore a backup</source>
      <translation>Восстановить из копии</translation>
    </message>
    <message>
      <source>The backup</source>
      <translation>Резервная копия</translation>
    </message>
    <message>
      <source>The backup is copied to a new folder and opens with the passphrase it was made with. What happened after it was made is not in it.</source>
      <translation>Копия переносится в новую папку и открывается той парольной фразой, с которой её сделали. Того, что было после, в ней нет.</translation>
    </message>
    <message>
      <source>The new vault</source>
      <translation>Новое хранилище</translation>
    </message>
  </context>
  <context>
    <name>RulingsModel</name>
    <message>
      <source>Always hidden</source>
      <translation>Всегда скрыты</translation>
    </message>
    <message>
      <source>In every case</source>
      <translation>В каждом случае</translation>
    </message>
    <message>
      <source>Never a name</source>
      <translation>Никогда не имя</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Слова</translation>
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
      <translation>От&amp;мена</translation>
    </message>
    <message>
      <source>&amp;Lock now</source>
      <translation>За&amp;переть</translation>
    </message>
    <message>
      <source>&amp;New keys now</source>
      <translation>&amp;Новые ключи сейчас</translation>
    </message>
    <message>
      <source>&amp;Next</source>
      <translation>&amp;Далее</translation>
    </message>
    <message>
      <source>&amp;Seal now</source>
      <translation>Запе&amp;чатать</translation>
    </message>
    <message>
      <source>Add the key of somebody who can open the parcel.</source>
      <translation>Добавьте ключ того, кто сможет открыть пакет.</translation>
    </message>
    <message>
      <source>Checking the passphrase</source>
      <translation>Проверяем парольную фразу</translation>
    </message>
    <message>
      <source>Choose a folder: open it in the list.</source>
      <translation>Выберите папку: откройте её в списке.</translation>
    </message>
    <message>
      <source>Choose at least one case.</source>
      <translation>Выберите хотя бы один случай.</translation>
    </message>
    <message>
      <source>Choose who can open the parcel.</source>
      <translation>Выберите, кто сможет открыть пакет.</translation>
    </message>
    <message>
      <source>Looking at each case as its receiver will</source>
      <translation>Каждый случай просматривается так, как его увидит получатель</translation>
    </message>
    <message>
      <source>Moving the vault to new keys</source>
      <translation>Переводим хранилище на новые ключи</translation>
    </message>
    <message>
      <source>No key is trusted here yet, so nobody could open a parcel. Ask the office or a colleague for their key file.</source>
      <translation>Здесь пока нет ни одного ключа, которому вы доверяете, поэтому пакет никто не открыл бы. Попросите файл ключа у офиса или у коллеги.</translation>
    </message>
    <message>
      <source>Read this, note what is to do by hand, then lock. The vault is closed.</source>
      <translation>Прочитайте, запишите, что нужно сделать самим, потом заприте. Хранилище закрыто.</translation>
    </message>
    <message>
      <source>Seal: for whom, and where to</source>
      <translation>Запечатывание: для кого и куда</translation>
    </message>
    <message>
      <source>Seal: new keys for this vault</source>
      <translation>Запечатывание: новые ключи хранилища</translation>
    </message>
    <message>
      <source>Seal: under way</source>
      <translation>Запечатывание: идёт работа</translation>
    </message>
    <message>
      <source>Seal: what it means</source>
      <translation>Запечатывание: что это значит</translation>
    </message>
    <message>
      <source>Seal: which cases</source>
      <translation>Запечатывание: какие случаи</translation>
    </message>
    <message>
      <source>Sealed</source>
      <translation>Запечатано</translation>
    </message>
    <message>
      <source>Step {number} of {count}</source>
      <translation>Шаг {number} из {count}</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Остановить</translation>
    </message>
    <message>
      <source>Stopped. A case whose parcel is written is sealed; the others are still here.</source>
      <translation>Остановлено. Случай, чей пакет записан, запечатан; остальные ещё здесь.</translation>
    </message>
    <message>
      <source>The vault still has its old keys: an expert with your passphrase may find remains of cases on the disk. Give it new ones now.</source>
      <translation>У хранилища ещё старые ключи: специалист с вашей парольной фразой может найти остатки случаев на диске. Дайте ему новые сейчас.</translation>
    </message>
    <message>
      <source>There is no case in this vault.</source>
      <translation>В этом хранилище нет случаев.</translation>
    </message>
    <message>
      <source>Type the passphrase and the recovery key.</source>
      <translation>Введите парольную фразу и ключ восстановления.</translation>
    </message>
    <message>
      <source>Writing the parcels and reading each one back</source>
      <translation>Записываем пакеты и читаем каждый обратно</translation>
    </message>
  </context>
  <context>
    <name>SealReceipt</name>
    <message numerus="yes">
      <source>%n backup(s) could not be destroyed. Destroy them yourself.</source>
      <translation>
        <numerusform>%n резервную копию не удалось уничтожить. Уничтожьте её сами.</numerusform>
        <numerusform>%n резервные копии не удалось уничтожить. Уничтожьте их сами.</numerusform>
        <numerusform>%n резервных копий не удалось уничтожить. Уничтожьте их сами.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n backup(s) destroyed that held a sealed case</source>
      <translation>
        <numerusform>Уничтожена %n резервная копия с запечатанным случаем</numerusform>
        <numerusform>Уничтожены %n резервные копии с запечатанными случаями</numerusform>
        <numerusform>Уничтожено %n резервных копий с запечатанными случаями</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n parcel(s). Hand them over soon: no other copy exists.</source>
      <translation>
        <numerusform>%n пакет. Передайте его скорее: другой копии нет.</numerusform>
        <numerusform>%n пакета. Передайте их скорее: другой копии нет.</numerusform>
        <numerusform>%n пакетов. Передайте их скорее: другой копии нет.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n word(s) taken off your lists: they named somebody</source>
      <translation>
        <numerusform>%n слово снято с ваших списков: оно кого-то называло</numerusform>
        <numerusform>%n слова сняты с ваших списков: они кого-то называли</numerusform>
        <numerusform>%n слов снято с ваших списков: они кого-то называли</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Backups in %n folder(s) are out of reach and may still hold the cases. Destroy them.</source>
      <translation>
        <numerusform>Копии в %n папке недоступны и могут содержать эти случаи. Уничтожьте их.</numerusform>
        <numerusform>Копии в %n папках недоступны и могут содержать эти случаи. Уничтожьте их.</numerusform>
        <numerusform>Копии в %n папках недоступны и могут содержать эти случаи. Уничтожьте их.</numerusform>
      </translation>
    </message>
    <message>
      <source>Sealed, read back, and removed from here</source>
      <translation>Запечатано, прочитано обратно и удалено отсюда</translation>
    </message>
    <message>
      <source>The new recovery key is the valid one. Burn the old paper.</source>
      <translation>Действует новый ключ восстановления. Сожгите старый лист.</translation>
    </message>
    <message>
      <source>The vault has new keys. Your passphrase is the same.</source>
      <translation>У хранилища новые ключи. Парольная фраза та же.</translation>
    </message>
    <message>
      <source>They can be opened by: {names}</source>
      <translation>Их могут открыть: {names}</translation>
    </message>
    <message>
      <source>Your recovery key on paper stays valid.</source>
      <translation>Ваш ключ восстановления на бумаге действует и дальше.</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>и ещё %n</numerusform>
        <numerusform>и ещё %n</numerusform>
        <numerusform>и ещё %n</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SealedModel</name>
    <message>
      <source>Label</source>
      <translation>Метка</translation>
    </message>
    <message>
      <source>Month</source>
      <translation>Месяц</translation>
    </message>
    <message>
      <source>Recalled, {day}</source>
      <translation>Отзыв, {day}</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Состояние</translation>
    </message>
  </context>
  <context>
    <name>Sealing</name>
    <message numerus="yes">
      <source>%n case(s) chosen</source>
      <translation>
        <numerusform>Выбран %n случай</numerusform>
        <numerusform>Выбрано %n случая</numerusform>
        <numerusform>Выбрано %n случаев</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) for {names}, into {folder}</source>
      <translation>
        <numerusform>%n случай для: {names}, в папку {folder}</numerusform>
        <numerusform>%n случая для: {names}, в папку {folder}</numerusform>
        <numerusform>%n случаев для: {names}, в папку {folder}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) to seal</source>
      <translation>
        <numerusform>Будет запечатан %n случай</numerusform>
        <numerusform>Будут запечатаны %n случая</numerusform>
        <numerusform>Будет запечатано %n случаев</numerusform>
      </translation>
    </message>
    <message>
      <source>A label, if you want one</source>
      <translation>Метка, если нужна</translation>
    </message>
    <message>
      <source>Afterwards nobody can open it here</source>
      <translation>После этого здесь никто его не откроет</translation>
    </message>
    <message>
      <source>All about sealing</source>
      <translation>Всё о запечатывании</translation>
    </message>
    <message>
      <source>Best on a stick that goes to them. The file's name tells nothing.</source>
      <translation>Лучше на флешку, которая пойдёт к ним. Имя файла ничего не говорит.</translation>
    </message>
    <message>
      <source>Choose all</source>
      <translation>Выбрать все</translation>
    </message>
    <message>
      <source>Choose none</source>
      <translation>Снять выбор</translation>
    </message>
    <message>
      <source>Each goes, encrypted, into a parcel that only the people whom you choose can open. Every parcel is read back and checked before its case is removed.</source>
      <translation>Каждый, зашифрованный, идёт в пакет, который могут открыть только люди, кого вы выберете. Каждый пакет читается обратно и проверяется, прежде чем случай удаляется.</translation>
    </message>
    <message>
      <source>Every case leaves this laptop, drafts too</source>
      <translation>Каждый случай покидает этот ноутбук, черновики тоже</translation>
    </message>
    <message>
      <source>Finished cases</source>
      <translation>Завершённые случаи</translation>
    </message>
    <message>
      <source>I do not have it here: show me a new one</source>
      <translation>Её здесь нет: покажите новый ключ</translation>
    </message>
    <message>
      <source>I have the paper here: the key stays the same</source>
      <translation>Бумага у меня: ключ остаётся тот же</translation>
    </message>
    <message>
      <source>Into {folder}</source>
      <translation>В папку {folder}</translation>
    </message>
    <message>
      <source>It cannot be undone</source>
      <translation>Это нельзя отменить</translation>
    </message>
    <message>
      <source>It goes, encrypted, into a parcel that only the people whom you choose can open. The parcel is read back and checked before the case is removed.</source>
      <translation>Зашифрованный, он идёт в пакет, который могут открыть только люди, кого вы выберете. Пакет читается обратно и проверяется, прежде чем случай удаляется.</translation>
    </message>
    <message>
      <source>It stays the same. The vault moves to new keys, so that nothing that was written under the old ones opens any more.</source>
      <translation>Она остаётся той же. Хранилище переходит на новые ключи, чтобы ничего, что было записано под старыми, больше не открывалось.</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Метка</translation>
    </message>
    <message>
      <source>Not with your passphrase, not under pressure. You can say so, and it is true. What stays is the word “sealed”, the month, and a label if you want one. Words on your lists that name somebody of the case go with it.</source>
      <translation>Ни с вашей парольной фразой, ни под давлением. Вы можете так сказать, и это правда. Остаются слово «запечатан», месяц и метка, если вы её хотите. Слова ваших списков, которые называют кого-то из этого случая, уходят вместе с ним.</translation>
    </message>
    <message>
      <source>Only these people, never this vault. One of them is enough.</source>
      <translation>Только эти люди, но не это хранилище. Достаточно одного из них.</translation>
    </message>
    <message>
      <source>Passphrase of this vault</source>
      <translation>Парольная фраза этого хранилища</translation>
    </message>
    <message>
      <source>Recovery key</source>
      <translation>Ключ восстановления</translation>
    </message>
    <message>
      <source>Sealed cases leave this laptop for good. Nobody can open them here, you included.</source>
      <translation>Запечатанные случаи покидают этот ноутбук навсегда. Никто не откроет их здесь, вы тоже.</translation>
    </message>
    <message>
      <source>Somebody who copied the disk or a backup while the case was open, and has your passphrase, can open that copy.</source>
      <translation>Тот, кто скопировал диск или резервную копию, пока случай был открыт, и имеет вашу парольную фразу, может открыть свою копию.</translation>
    </message>
    <message>
      <source>Something typed into these is no answer yet; open and finish: {codes}</source>
      <translation>В этих случаях есть введённое, что ещё не ответ; откройте и завершите: {codes}</translation>
    </message>
    <message>
      <source>Stays in this vault, for whoever opens it to read. No name, no place, nothing of the case.</source>
      <translation>Остаётся в хранилище, её прочитает каждый, кто его откроет. Ни имени, ни места, ничего из случая.</translation>
    </message>
    <message>
      <source>The case leaves this laptop</source>
      <translation>Случай покидает этот ноутбук</translation>
    </message>
    <message>
      <source>The key from your paper</source>
      <translation>Ключ с вашей бумаги</translation>
    </message>
    <message>
      <source>The new key, typed back</source>
      <translation>Новый ключ, введённый ещё раз</translation>
    </message>
    <message>
      <source>The vault gets new keys, then it locks</source>
      <translation>Хранилище получает новые ключи и запирается</translation>
    </message>
    <message>
      <source>There is no finished case to seal. Finalise a case first.</source>
      <translation>Нет завершённых случаев, чтобы запечатать. Сначала завершите случай.</translation>
    </message>
    <message>
      <source>This is not the key. Compare it group by group.</source>
      <translation>Это не тот ключ. Сравните его группа за группой.</translation>
    </message>
    <message>
      <source>Two versions of these are here; decide first: {codes}</source>
      <translation>Эти случаи здесь в двух версиях; сначала решите: {codes}</translation>
    </message>
    <message>
      <source>What is not promised</source>
      <translation>Чего мы не обещаем</translation>
    </message>
    <message>
      <source>Where the parcel is written</source>
      <translation>Куда записать пакет</translation>
    </message>
    <message>
      <source>Who can open the parcel</source>
      <translation>Кто сможет открыть пакет</translation>
    </message>
    <message>
      <source>Write it on paper. The old paper is worthless afterwards.</source>
      <translation>Запишите его на бумаге. Старая бумага после этого ничего не стоит.</translation>
    </message>
    <message>
      <source>You cannot read, change, search or share it any more. If the parcel is lost before the others have it, the case is lost. Copy it to them soon.</source>
      <translation>Вы больше не сможете читать, менять, искать или передавать его. Если пакет потеряется раньше, чем его получат, случай потерян. Передайте его скорее.</translation>
    </message>
    <message>
      <source>You need your passphrase, which stays the same, and your recovery key. Backups within reach that hold the case are destroyed; those on sticks elsewhere you destroy yourself.</source>
      <translation>Понадобятся парольная фраза, которая не изменится, и ключ восстановления. Доступные резервные копии с этим случаем уничтожаются; те, что на флешках в другом месте, уничтожьте сами.</translation>
    </message>
  </context>
  <context>
    <name>Search</name>
    <message numerus="yes">
      <source>%n hit(s)</source>
      <translation>
        <numerusform>%n результат</numerusform>
        <numerusform>%n результата</numerusform>
        <numerusform>%n результатов</numerusform>
      </translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Ответ</translation>
    </message>
    <message>
      <source>Case code</source>
      <translation>Код случая</translation>
    </message>
    <message>
      <source>Consent</source>
      <translation>Согласие</translation>
    </message>
    <message>
      <source>Nothing found. Try fewer letters of the word.</source>
      <translation>Ничего не найдено. Попробуйте меньше букв слова.</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>Лицо</translation>
    </message>
    <message>
      <source>Search results</source>
      <translation>Результаты поиска</translation>
    </message>
    <message>
      <source>Statement</source>
      <translation>Рассказ</translation>
    </message>
  </context>
  <context>
    <name>SearchField</name>
    <message>
      <source>Empty the search field</source>
      <translation>Очистить поле поиска</translation>
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message>
      <source>A code, not a name: interviewers are at risk too.</source>
      <translation>Код, а не имя: интервьюеры тоже в опасности.</translation>
    </message>
    <message>
      <source>A sealed case can be opened by your colleagues or the office alone, and never again on this laptop.</source>
      <translation>Запечатанный случай могут открыть только коллеги или офис, а на этом ноутбуке — уже никогда.</translation>
    </message>
    <message>
      <source>A second panic key beside F12</source>
      <translation>Вторая тревожная клавиша кроме F12</translation>
    </message>
    <message>
      <source>A second vault, encrypted in the same way, on another drive.</source>
      <translation>Второе хранилище, зашифрованное так же, на другом диске.</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Добавить</translation>
    </message>
    <message>
      <source>An earlier state</source>
      <translation>Более раннее состояние</translation>
    </message>
    <message>
      <source>Another person sees exactly what would leave. Where a colleague's key is trusted, the colleague signs it.</source>
      <translation>Другой человек видит именно то, что выйдет. Если есть доверенный ключ коллеги, коллега подписывает.</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Вид</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Системные</translation>
    </message>
    <message>
      <source>Asked for</source>
      <translation>Требуется</translation>
    </message>
    <message>
      <source>Back up here</source>
      <translation>Сохранить копию здесь</translation>
    </message>
    <message>
      <source>Back up now</source>
      <translation>Сделать копию</translation>
    </message>
    <message numerus="yes">
      <source>Backed up and checked: %n case(s), {size} MB, in {path}</source>
      <translation>
        <numerusform>Скопировано и проверено: %n случай, {size} МБ, в {path}</numerusform>
        <numerusform>Скопировано и проверено: %n случая, {size} МБ, в {path}</numerusform>
        <numerusform>Скопировано и проверено: %n случаев, {size} МБ, в {path}</numerusform>
      </translation>
    </message>
    <message>
      <source>Backup</source>
      <translation>Резервная копия</translation>
    </message>
    <message>
      <source>Balanced</source>
      <translation>Взвешенно</translation>
    </message>
    <message>
      <source>Below 5 people are easier to recognise. Have a reason.</source>
      <translation>Если меньше 5, людей легче узнать. На это нужна причина.</translation>
    </message>
    <message>
      <source>Best on a drive that you keep elsewhere. It opens like this vault.</source>
      <translation>Лучше всего на диске, который вы держите в другом месте. Открывается как это хранилище.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Catch up</source>
      <translation>Всё записано?</translation>
    </message>
    <message>
      <source>Chain of changes</source>
      <translation>Цепь изменений</translation>
    </message>
    <message>
      <source>Change</source>
      <translation>Изменить</translation>
    </message>
    <message>
      <source>Change it</source>
      <translation>Изменить</translation>
    </message>
    <message>
      <source>Change the passphrase</source>
      <translation>Изменить парольную фразу</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>Проверка</translation>
    </message>
    <message>
      <source>Check the vault</source>
      <translation>Проверить</translation>
    </message>
    <message>
      <source>Checking every record.</source>
      <translation>Проверяем каждую запись.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Цвета</translation>
    </message>
    <message>
      <source>Commit counter</source>
      <translation>Счётчик записей</translation>
    </message>
    <message>
      <source>Compare them with the words that you wrote down at the last lock. If they are the same, nobody has exchanged the files since. If not, show the vault to who looks after your security.</source>
      <translation>Сравните их со словами, которые вы записали, когда заперли хранилище. Если они те же, никто с тех пор не подменил файлы. Если нет, покажите хранилище тому, кто заботится о вашей безопасности.</translation>
    </message>
    <message>
      <source>Copies of the vault made before keep the old one.</source>
      <translation>В копиях хранилища, сделанных раньше, остаётся старая.</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Тёмные</translation>
    </message>
    <message>
      <source>Database</source>
      <translation>База данных</translation>
    </message>
    <message>
      <source>Deriving both keys. This takes a few seconds.</source>
      <translation>Вычисляем оба ключа. Это займёт несколько секунд.</translation>
    </message>
    <message>
      <source>Deriving the key. This takes a few seconds.</source>
      <translation>Вычисляем ключ. Это займёт несколько секунд.</translation>
    </message>
    <message>
      <source>Destroy</source>
      <translation>Уничтожить</translation>
    </message>
    <message>
      <source>Destroy access</source>
      <translation>Уничтожить доступ</translation>
    </message>
    <message>
      <source>Destroying access</source>
      <translation>Уничтожение доступа</translation>
    </message>
    <message>
      <source>Everything is recorded</source>
      <translation>Всё записано</translation>
    </message>
    <message>
      <source>Everything is whole.</source>
      <translation>Всё цело.</translation>
    </message>
    <message>
      <source>Fewer minutes</source>
      <translation>Меньше минут</translation>
    </message>
    <message>
      <source>Fewer people</source>
      <translation>Меньше людей</translation>
    </message>
    <message>
      <source>For names of groups that must never leave, and for words that are wrongly proposed. Who is recorded in this vault is hidden whatever stands here. The list stays when a case is erased.</source>
      <translation>Для названий групп, которые никогда не должны выйти наружу, и для слов, которые предлагаются по ошибке. Кто записан в этом хранилище, скрыт, что бы здесь ни стояло. Список остаётся, когда случай стирают.</translation>
    </message>
    <message>
      <source>Header</source>
      <translation>Заголовок</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>Контрастные</translation>
    </message>
    <message>
      <source>If one was, or you are not sure, leave this open. Then nobody who is in this vault now leaves in a bundle any more, because nobody can tell who has left already.</source>
      <translation>Если записывался или вы не уверены, оставьте поле пустым. Тогда никто из тех, кто сейчас в хранилище, больше не попадёт ни в один комплект, потому что уже нельзя сказать, кто в них был.</translation>
    </message>
    <message>
      <source>Interviewer's code</source>
      <translation>Код интервьюера</translation>
    </message>
    <message>
      <source>Is everything recorded that came after this state?</source>
      <translation>Записано ли всё, что было после этого состояния?</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Язык</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Крупнее текст</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Светлые</translation>
    </message>
    <message>
      <source>Lock after minutes without input</source>
      <translation>Запирать через столько минут без действий</translation>
    </message>
    <message>
      <source>Locking</source>
      <translation>Запирание</translation>
    </message>
    <message>
      <source>Looking after the vault</source>
      <translation>Уход за хранилищем</translation>
    </message>
    <message>
      <source>More minutes</source>
      <translation>Больше минут</translation>
    </message>
    <message>
      <source>More people</source>
      <translation>Больше людей</translation>
    </message>
    <message>
      <source>Move to new keys</source>
      <translation>Перейти на новые ключи</translation>
    </message>
    <message>
      <source>New interviews</source>
      <translation>Новые беседы</translation>
    </message>
    <message>
      <source>New keys</source>
      <translation>Новые ключи</translation>
    </message>
    <message>
      <source>No bundle is written until what came after it is recorded.</source>
      <translation>Ни один комплект не записывается, пока не записано то, что было после.</translation>
    </message>
    <message>
      <source>No bundle was written after this state</source>
      <translation>После этого состояния ни один комплект не записывался</translation>
    </message>
    <message>
      <source>Nobody can open the vault afterwards, you neither.</source>
      <translation>После этого хранилище не откроет никто, вы тоже.</translation>
    </message>
    <message>
      <source>Nobody in a bundle can be told from fewer people than this.</source>
      <translation>В комплекте никого нельзя выделить из меньшего числа людей.</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Нет</translation>
    </message>
    <message>
      <source>None: no statement leaves</source>
      <translation>Никак: рассказы не передаются</translation>
    </message>
    <message>
      <source>Not asked for</source>
      <translation>Не требуется</translation>
    </message>
    <message>
      <source>Not offered</source>
      <translation>Не предлагать</translation>
    </message>
    <message>
      <source>Noted. Bundles can be written again.</source>
      <translation>Записано. Комплекты снова можно записывать.</translation>
    </message>
    <message>
      <source>Nothing is on the list yet.</source>
      <translation>В списке пока ничего нет.</translation>
    </message>
    <message>
      <source>Of the window. Interviews have a language of their own.</source>
      <translation>Язык окна. У бесед язык свой.</translation>
    </message>
    <message>
      <source>Offer it</source>
      <translation>Предлагать</translation>
    </message>
    <message>
      <source>Offer it on the locked page</source>
      <translation>Предлагать на странице замка</translation>
    </message>
    <message>
      <source>Offer to destroy access on the locked page?</source>
      <translation>Предлагать уничтожение доступа на странице замка?</translation>
    </message>
    <message>
      <source>Offered</source>
      <translation>Предлагать</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Парольная фраза</translation>
    </message>
    <message>
      <source>Passphrase and recovery key</source>
      <translation>Парольная фраза и ключ восстановления</translation>
    </message>
    <message>
      <source>Passphrase until now</source>
      <translation>Нынешняя парольная фраза</translation>
    </message>
    <message>
      <source>Passphrase, to prove that the backup opens</source>
      <translation>Парольная фраза, чтобы проверить, что копия открывается</translation>
    </message>
    <message>
      <source>Press it here. It locks at once, wherever you are.</source>
      <translation>Нажмите её здесь. Она запирает сразу, где бы вы ни были.</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Проект</translation>
    </message>
    <message>
      <source>Proves that a backup opens, without restoring it.</source>
      <translation>Доказывает, что копия открывается, без восстановления.</translation>
    </message>
    <message>
      <source>Reads everything once and compares it with its seals.</source>
      <translation>Один раз читает всё и сверяет с печатями.</translation>
    </message>
    <message>
      <source>Recovery key</source>
      <translation>Ключ восстановления</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>Заменить</translation>
    </message>
    <message>
      <source>Replace it</source>
      <translation>Заменить</translation>
    </message>
    <message>
      <source>Replace it when the paper may have been seen.</source>
      <translation>Замените его, если бумагу мог кто-то видеть.</translation>
    </message>
    <message>
      <source>Replace the recovery key</source>
      <translation>Заменить ключ восстановления</translation>
    </message>
    <message>
      <source>Restore drill</source>
      <translation>Проба восстановления</translation>
    </message>
    <message>
      <source>Sealing when a case is finalised</source>
      <translation>Запечатывание, когда случай завершён</translation>
    </message>
    <message>
      <source>Search index</source>
      <translation>Поисковый индекс</translation>
    </message>
    <message>
      <source>Searching statements for names</source>
      <translation>Поиск имён в рассказах</translation>
    </message>
    <message>
      <source>Second look before a statement leaves</source>
      <translation>Второй просмотр перед передачей рассказа</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Настройки</translation>
    </message>
    <message>
      <source>Sharing</source>
      <translation>Передача</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Мельче текст</translation>
    </message>
    <message>
      <source>Smallest group of people</source>
      <translation>Наименьшая группа людей</translation>
    </message>
    <message>
      <source>State when the vault was opened</source>
      <translation>Состояние, в котором хранилище было открыто</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Остановить</translation>
    </message>
    <message>
      <source>Strict</source>
      <translation>Строго</translation>
    </message>
    <message>
      <source>Strict suggests more words than needed, and misses fewer. With none, no statement leaves this vault in a bundle.</source>
      <translation>Строгий поиск предлагает больше слов, чем нужно, и пропускает меньше. Без поиска ни один рассказ не попадает из этого хранилища в комплект.</translation>
    </message>
    <message>
      <source>Take off the list</source>
      <translation>Убрать из списка</translation>
    </message>
    <message>
      <source>Taken off the list.</source>
      <translation>Убрано из списка.</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>Размер текста</translation>
    </message>
    <message>
      <source>Text size in per cent</source>
      <translation>Размер текста в процентах</translation>
    </message>
    <message>
      <source>The last minute is counted down where you can see it.</source>
      <translation>Последняя минута отсчитывается у вас на глазах.</translation>
    </message>
    <message>
      <source>The passphrase is changed.</source>
      <translation>Парольная фраза изменена.</translation>
    </message>
    <message>
      <source>The recovery key is replaced. Burn the old paper.</source>
      <translation>Ключ восстановления заменён. Сожгите старую бумагу.</translation>
    </message>
    <message>
      <source>The vault is damaged. Below each part stands what to do; what can be read is rescued from the locked page.</source>
      <translation>Хранилище повреждено. Под каждой частью написано, что делать; то, что читается, спасают со страницы замка.</translation>
    </message>
    <message>
      <source>This is not the key. Compare it group by group.</source>
      <translation>Это не тот ключ. Сравните его группа за группой.</translation>
    </message>
    <message>
      <source>This key is used elsewhere. Take a function key, or one with Ctrl or Alt.</source>
      <translation>Эта клавиша уже занята. Возьмите функциональную или сочетание с Ctrl или Alt.</translation>
    </message>
    <message>
      <source>Try a backup</source>
      <translation>Попробовать копию</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Отменить</translation>
    </message>
    <message>
      <source>What is done with the words</source>
      <translation>Что делать со словами</translation>
    </message>
    <message>
      <source>When somebody may have copied the vault and knows its secret.</source>
      <translation>Когда кто-то мог скопировать хранилище и знает его секрет.</translation>
    </message>
    <message>
      <source>Where should the backup go?</source>
      <translation>Куда положить резервную копию?</translation>
    </message>
    <message>
      <source>Who took consent back since then, and what left in bundles, is not in this vault. Record every withdrawal and erase what had to be erased. If you do not know all of it, or did not restore a backup yourself, cancel and ask whoever looks after your security. After this, bundles can be written again.</source>
      <translation>Кто с тех пор отозвал согласие и что вышло в комплектах, в этом хранилище нет. Запишите каждый отзыв и сотрите то, что нужно было стереть. Если вы знаете не всё или восстановили копию не вы, отмените и спросите того, кто отвечает за вашу безопасность. После этого комплекты снова можно записывать.</translation>
    </message>
    <message>
      <source>Whoever starts the program then sees that it is offered.</source>
      <translation>Каждый, кто запустит программу, увидит, что это предлагается.</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Слова</translation>
    </message>
    <message>
      <source>Words for the list</source>
      <translation>Слова для списка</translation>
    </message>
    <message>
      <source>Words to hide, words to leave</source>
      <translation>Слова, которые скрывать, и слова, которые оставлять</translation>
    </message>
    <message>
      <source>Write the new key on paper, then type it back from there.</source>
      <translation>Запишите новый ключ на бумаге, потом введите его оттуда.</translation>
    </message>
    <message>
      <source>Writing and checking the backup.</source>
      <translation>Записываем и проверяем резервную копию.</translation>
    </message>
  </context>
  <context>
    <name>ShortcutSheet</name>
    <message>
      <source>&amp;Close</source>
      <translation>&amp;Закрыть</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Помощь</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Клавиши</translation>
    </message>
    <message>
      <source>Words, and the door</source>
      <translation>Слова, и если стоят за дверью</translation>
    </message>
  </context>
  <context>
    <name>StatusStrip</name>
    <message numerus="yes">
      <source>%n change(s) not saved yet</source>
      <translation>
        <numerusform>%n изменение ещё не сохранено</numerusform>
        <numerusform>%n изменения ещё не сохранены</numerusform>
        <numerusform>%n изменений ещё не сохранено</numerusform>
      </translation>
    </message>
    <message>
      <source>Any key or movement keeps it open.</source>
      <translation>Любая клавиша или движение оставят открытым.</translation>
    </message>
    <message>
      <source>Locks in {time}</source>
      <translation>Запрётся через {time}</translation>
    </message>
    <message>
      <source>Saved {time}</source>
      <translation>Сохранено {time}</translation>
    </message>
    <message>
      <source>Saves by itself</source>
      <translation>Сохраняется само</translation>
    </message>
    <message>
      <source>These made-up cases are thrown away in {time}</source>
      <translation>Эти вымышленные случаи будут удалены через {time}</translation>
    </message>
    <message>
      <source>Time until the vault locks</source>
      <translation>Время до запирания хранилища</translation>
    </message>
  </context>
  <context>
    <name>TeamPage</name>
    <message numerus="yes">
      <source>%n case(s) in two versions</source>
      <translation>
        <numerusform>%n случай в двух версиях</numerusform>
        <numerusform>%n случая в двух версиях</numerusform>
        <numerusform>%n случаев в двух версиях</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Seal cases</source>
      <translation>Запе&amp;чатать случаи</translation>
    </message>
    <message>
      <source>A parcel or a recall</source>
      <translation>Пакет или отзыв</translation>
    </message>
    <message>
      <source>Add a key file</source>
      <translation>Добавить файл ключа</translation>
    </message>
    <message>
      <source>Before a border or a journey</source>
      <translation>Перед границей или дорогой</translation>
    </message>
    <message>
      <source>Choose a line to recall it.</source>
      <translation>Выберите строку, чтобы её отозвать.</translation>
    </message>
    <message>
      <source>Decide</source>
      <translation>Решить</translation>
    </message>
    <message>
      <source>Every case, drafts too. Afterwards no case opens here.</source>
      <translation>Каждый случай, черновики тоже. Потом здесь не откроется ни один.</translation>
    </message>
    <message>
      <source>Forget it</source>
      <translation>Забыть</translation>
    </message>
    <message>
      <source>Forget the key of {name}</source>
      <translation>Забыть ключ: {name}</translation>
    </message>
    <message>
      <source>Forget the key of {name}?</source>
      <translation>Забыть ключ ({name})?</translation>
    </message>
    <message>
      <source>From somebody whose key you trust. The file itself stays.</source>
      <translation>От того, чьему ключу вы доверяете. Сам файл остаётся.</translation>
    </message>
    <message>
      <source>Its six words</source>
      <translation>Его шесть слов</translation>
    </message>
    <message>
      <source>Keep it</source>
      <translation>Оставить</translation>
    </message>
    <message>
      <source>Keys that you trust</source>
      <translation>Ключи, которым вы доверяете</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Посмотреть</translation>
    </message>
    <message>
      <source>Neither leaves this vault before somebody has decided.</source>
      <translation>Ни одна не выйдет из хранилища, пока кто-то не решит.</translation>
    </message>
    <message>
      <source>No case is sealed yet.</source>
      <translation>Ещё ничего не запечатано.</translation>
    </message>
    <message>
      <source>Nobody can open them here: only who has the parcel.</source>
      <translation>Здесь их не откроет никто: только тот, у кого пакет.</translation>
    </message>
    <message>
      <source>Nobody yet. Ask the office for its key file, on a stick.</source>
      <translation>Пока никому. Попросите у офиса файл ключа, на флешке.</translation>
    </message>
    <message>
      <source>Nothing can be sealed for it and nothing signed with it is received any more. Parcels that are written already can still be opened with it.</source>
      <translation>Для него больше ничего нельзя запечатать, и подписанное им больше не принимается. Уже записанные пакеты он по-прежнему открывает.</translation>
    </message>
    <message>
      <source>Only these people can open what you seal, and only what they signed is received.</source>
      <translation>Только эти люди могут открыть то, что вы запечатали, и только подписанное ими принимается.</translation>
    </message>
    <message>
      <source>Opening the parcel and checking every record</source>
      <translation>Открываем пакет и проверяем каждую запись</translation>
    </message>
    <message>
      <source>Parcels for this vault</source>
      <translation>Пакеты для этого хранилища</translation>
    </message>
    <message>
      <source>Recall</source>
      <translation>Отозвать</translation>
    </message>
    <message>
      <source>Receive</source>
      <translation>Принять</translation>
    </message>
    <message>
      <source>Save the key file</source>
      <translation>Сохранить файл ключа</translation>
    </message>
    <message>
      <source>Seal all</source>
      <translation>Запечатать всё</translation>
    </message>
    <message>
      <source>Seal everything</source>
      <translation>Запечатать всё</translation>
    </message>
    <message>
      <source>Sealed cases</source>
      <translation>Запечатанные случаи</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>Команда</translation>
    </message>
    <message>
      <source>The key of {name} is trusted from now on.</source>
      <translation>Ключу ({name}) теперь доверяют.</translation>
    </message>
    <message>
      <source>The parcel or the recall</source>
      <translation>Пакет или отзыв</translation>
    </message>
    <message>
      <source>The person took consent back: write a recall for the office</source>
      <translation>Человек отозвал согласие: записать отзыв для офиса</translation>
    </message>
    <message>
      <source>The recall is in {path}. Hand it to whoever has the parcel, soon.</source>
      <translation>Отзыв в {path}. Передайте его скорее тому, у кого пакет.</translation>
    </message>
    <message>
      <source>The six words as a code for a camera</source>
      <translation>Шесть слов как код для камеры</translation>
    </message>
    <message>
      <source>What is left on this laptop</source>
      <translation>Что осталось на этом ноутбуке</translation>
    </message>
    <message>
      <source>What somebody with your passphrase would find.</source>
      <translation>Что найдёт человек с вашей парольной фразой.</translation>
    </message>
    <message>
      <source>Where to write the recall</source>
      <translation>Куда записать отзыв</translation>
    </message>
    <message>
      <source>Whoever sends you parcels or gets bundles from you needs the key file once, and compares these words with you in a call or face to face. The file is no secret and opens nothing.</source>
      <translation>Тому, кто присылает вам пакеты или получает от вас комплекты, файл ключа нужен один раз; слова он сверяет с вами по телефону или при встрече. Файл не секретен и ничего не открывает.</translation>
    </message>
    <message>
      <source>Words that readers of bundles see</source>
      <translation>Слова, которые видят читатели комплектов</translation>
    </message>
    <message>
      <source>Write here</source>
      <translation>Записать сюда</translation>
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
      <translation>Запечатывание было прервано: случаи запечатаны, но у хранилища ещё старые ключи. Завершите его до дороги.</translation>
    </message>
    <message>
      <source>Finish the sealing</source>
      <translation>Завершить</translation>
    </message>
    <message>
      <source>Go on to sealing</source>
      <translation>Перейти к запечатыванию</translation>
    </message>
    <message>
      <source>It is finalised. Once it is sealed, only the people whom you choose can open it, and nobody ever again on this laptop. Nothing happens before the last step.</source>
      <translation>Он завершён. Если его запечатать, его смогут открыть только люди, которых вы выберете, а на этом ноутбуке — уже никто и никогда. До последнего шага ничего не произойдёт.</translation>
    </message>
    <message>
      <source>New keys</source>
      <translation>Новые ключи</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Не сейчас</translation>
    </message>
    <message>
      <source>Seal this case now?</source>
      <translation>Запечатать этот случай сейчас?</translation>
    </message>
    <message>
      <source>This vault was rescued without its settings. It does not know any more where its backups are, which cases were erased in it, and which recalls belong to its cases. Give it new keys.</source>
      <translation>Это хранилище спасено без своих настроек. Оно больше не знает, где его резервные копии, какие случаи в нём стёрли и какие отзывы относятся к его случаям. Дайте ему новые ключи.</translation>
    </message>
  </context>
  <context>
    <name>TrustSheet</name>
    <message>
      <source>All six are the same: trust this key</source>
      <translation>Все шесть совпадают: доверять ключу</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Is this really their key?</source>
      <translation>Это точно ключ этого человека?</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Имя</translation>
    </message>
    <message>
      <source>Ring the owner up, or meet them, and have them read out the six words of their key. If one word differs, or if you cannot reach them now, cancel: somebody may have exchanged the file, and would read what you send.</source>
      <translation>Позвоните владельцу ключа или встретьтесь с ним, пусть прочитает вслух шесть слов своего ключа. Если хоть одно слово другое или вы не можете связаться с ним сейчас, отмените: возможно, файл подменили, и то, что вы отправляете, читал бы кто-то другой.</translation>
    </message>
    <message>
      <source>The six words of this file</source>
      <translation>Шесть слов этого файла</translation>
    </message>
    <message>
      <source>Whose key it is</source>
      <translation>Чей это ключ</translation>
    </message>
  </context>
  <context>
    <name>Trusting</name>
    <message>
      <source>Look at this key</source>
      <translation>Посмотреть этот ключ</translation>
    </message>
    <message>
      <source>Public key file of a colleague, the office or a recipient</source>
      <translation>Файл открытого ключа коллеги, офиса или получателя</translation>
    </message>
    <message>
      <source>This key is trusted already, as {name}.</source>
      <translation>Этому ключу уже доверяют: {name}.</translation>
    </message>
  </context>
  <context>
    <name>Unlock</name>
    <message>
      <source>&amp;Unlock</source>
      <translation>&amp;Открыть</translation>
    </message>
    <message>
      <source>Another vault</source>
      <translation>Другое хранилище</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Отмена</translation>
    </message>
    <message>
      <source>Deriving the key. This takes about a second, on purpose.</source>
      <translation>Вычисляем ключ. Это намеренно длится около секунды.</translation>
    </message>
    <message>
      <source>Destroy access</source>
      <translation>Уничтожить доступ</translation>
    </message>
    <message>
      <source>Open a bundle</source>
      <translation>Открыть комплект</translation>
    </message>
    <message>
      <source>Passphrase</source>
      <translation>Парольная фраза</translation>
    </message>
    <message>
      <source>Recovery key</source>
      <translation>Ключ восстановления</translation>
    </message>
    <message>
      <source>Rescue</source>
      <translation>Спасти</translation>
    </message>
    <message>
      <source>Restore a backup</source>
      <translation>Восстановить из копии</translation>
    </message>
    <message>
      <source>State when it was locked: {words}</source>
      <translation>Состояние, когда заперли: {words}</translation>
    </message>
    <message>
      <source>The vault is closed. Nothing in it can be read without its key.</source>
      <translation>Хранилище заперто. Без ключа в нём ничего нельзя прочитать.</translation>
    </message>
    <message>
      <source>Unlock</source>
      <translation>Открыть хранилище</translation>
    </message>
    <message>
      <source>Write these words down. After unlocking, the settings show the same ones, unless somebody has changed the vault meanwhile.</source>
      <translation>Запишите эти слова. После открытия настройки покажут те же самые, если за это время никто не изменил хранилище.</translation>
    </message>
  </context>
  <context>
    <name>VaultWords</name>
    <message>
      <source>It can be read, but no bundle leaves it. Record the withdrawals made since then, then state it under Settings: Catch up.</source>
      <translation>Читать его можно, но комплекты из него не выходят. Запишите отзывы согласия, сделанные после, затем подтвердите это: «Настройки», «Всё записано?».</translation>
    </message>
    <message>
      <source>Some records of this vault were removed or put back, and not by this program. Let nothing leave, and record nothing more. Restore the newest good backup, and show the vault to whoever looks after your security.</source>
      <translation>Некоторые записи этого хранилища удалили или вернули к прежним, и не этой программой. Ничего не передавайте и больше ничего не записывайте. Восстановите последнюю хорошую копию и покажите хранилище тому, кто отвечает за вашу безопасность.</translation>
    </message>
    <message>
      <source>The commit counter, which tells when a vault is put back, cannot be read or is older than the vault. So this may be an earlier state.</source>
      <translation>Счётчик записей, который показывает, не вернули ли хранилище назад, не читается или старше хранилища. Поэтому это может быть прежнее состояние.</translation>
    </message>
    <message>
      <source>The database of this vault was put back to an earlier state.</source>
      <translation>База этого хранилища возвращена к прежнему состоянию.</translation>
    </message>
    <message>
      <source>The header of this vault was put back to an earlier state: a passphrase that was replaced may open it again.</source>
      <translation>Заголовок этого хранилища возвращён к прежнему состоянию: парольная фраза, которую заменили, может снова его открывать.</translation>
    </message>
    <message>
      <source>The vault is damaged ({part}). Record nothing more in it. Settings, Check the vault, shows what is damaged. Restore the newest good backup; what is in none can be rescued. The locked page offers both.</source>
      <translation>Хранилище повреждено ({part}). Больше ничего в него не записывайте. Что повреждено, показывает проверка в настройках. Восстановите последнюю хорошую копию; чего ни в одной нет, можно спасти. И то, и другое есть на странице замка.</translation>
    </message>
    <message>
      <source>This is a backup that was opened where it lies. Better restore it.</source>
      <translation>Это копия, открытая там, где она лежит. Лучше восстановите её.</translation>
    </message>
    <message>
      <source>This vault was rescued from a damaged one, and some of it may be missing.</source>
      <translation>Это хранилище спасено из повреждённого, и чего-то в нём может не хватать.</translation>
    </message>
    <message>
      <source>This vault was restored from a backup.</source>
      <translation>Это хранилище восстановлено из копии.</translation>
    </message>
  </context>
  <context>
    <name>WhatIsLeft</name>
    <message numerus="yes">
      <source>%n backup(s) with sealed cases</source>
      <translation>
        <numerusform>%n резервная копия с запечатанными случаями</numerusform>
        <numerusform>%n резервные копии с запечатанными случаями</numerusform>
        <numerusform>%n резервных копий с запечатанными случаями</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n bundle(s) in the ledger</source>
      <translation>
        <numerusform>%n комплект в реестре</numerusform>
        <numerusform>%n комплекта в реестре</numerusform>
        <numerusform>%n комплектов в реестре</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) that can be opened</source>
      <translation>
        <numerusform>%n случай, который можно открыть</numerusform>
        <numerusform>%n случая, которые можно открыть</numerusform>
        <numerusform>%n случаев, которые можно открыть</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n digest(s) by which somebody's name could be tried out</source>
      <translation>
        <numerusform>%n отпечаток, по которому можно подобрать чьё-то имя</numerusform>
        <numerusform>%n отпечатка, по которым можно подобрать чьё-то имя</numerusform>
        <numerusform>%n отпечатков, по которым можно подобрать чьё-то имя</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n folder(s) with backups out of reach</source>
      <translation>
        <numerusform>%n недоступная папка с резервными копиями</numerusform>
        <numerusform>%n недоступные папки с резервными копиями</numerusform>
        <numerusform>%n недоступных папок с резервными копиями</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n note(s) of sealed cases</source>
      <translation>
        <numerusform>%n пометка о запечатанном случае</numerusform>
        <numerusform>%n пометки о запечатанных случаях</numerusform>
        <numerusform>%n пометок о запечатанных случаях</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them draft(s)</source>
      <translation>
        <numerusform>из них %n черновик</numerusform>
        <numerusform>из них %n черновика</numerusform>
        <numerusform>из них %n черновиков</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n trusted key(s)</source>
      <translation>
        <numerusform>%n доверенный ключ</numerusform>
        <numerusform>%n доверенных ключа</numerusform>
        <numerusform>%n доверенных ключей</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n with a label</source>
      <translation>
        <numerusform>%n с меткой</numerusform>
        <numerusform>%n с меткой</numerusform>
        <numerusform>%n с меткой</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n word(s) on the lists</source>
      <translation>
        <numerusform>%n слово в списках</numerusform>
        <numerusform>%n слова в списках</numerusform>
        <numerusform>%n слов в списках</numerusform>
      </translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Закрыть</translation>
    </message>
    <message>
      <source>No backup that holds a sealed case</source>
      <translation>Нет резервных копий с запечатанными случаями</translation>
    </message>
    <message>
      <source>No setting that tells of you or your team</source>
      <translation>Нет настроек, которые говорят о вас или команде</translation>
    </message>
    <message>
      <source>Nobody can open a case on this laptop. What is below can be read by whoever has the passphrase.</source>
      <translation>Никто не откроет случай на этом ноутбуке. То, что ниже, прочитает тот, у кого парольная фраза.</translation>
    </message>
    <message>
      <source>Settings that tell of you or your team</source>
      <translation>Настройки, которые говорят о вас или команде</translation>
    </message>
    <message>
      <source>The vault awaits new keys</source>
      <translation>Хранилище ждёт новых ключей</translation>
    </message>
    <message>
      <source>The vault still has its old keys: an expert may find remains of cases.</source>
      <translation>У хранилища ещё старые ключи: специалист может найти остатки случаев.</translation>
    </message>
    <message>
      <source>They may name people or groups: see the settings.</source>
      <translation>Они могут называть людей или группы: см. настройки.</translation>
    </message>
    <message>
      <source>What is left on this laptop</source>
      <translation>Что осталось на этом ноутбуке</translation>
    </message>
    <message>
      <source>Whoever has the passphrase can read what is below. Lines with a warning are about cases that can still be opened.</source>
      <translation>Тот, у кого парольная фраза, прочитает то, что ниже. Строки с предупреждением — о случаях, которые ещё можно открыть.</translation>
    </message>
    <message>
      <source>With the names that you gave to their owners.</source>
      <translation>С именами, которые вы дали их владельцам.</translation>
    </message>
    <message>
      <source>the interviewer's code</source>
      <translation>код интервьюера</translation>
    </message>
    <message>
      <source>the name of the vault</source>
      <translation>название хранилища</translation>
    </message>
    <message>
      <source>the project</source>
      <translation>проект</translation>
    </message>
  </context>
  <context>
    <name>WhoseSheet</name>
    <message>
      <source>Go on</source>
      <translation>Дальше</translation>
    </message>
    <message>
      <source>Is {name} really somebody else than {other}?</source>
      <translation>{name} – действительно другой человек, чем {other}?</translation>
    </message>
    <message>
      <source>It is somebody else: go on</source>
      <translation>Это другой человек: дальше</translation>
    </message>
    <message>
      <source>This key calls itself {own}, as does that of {other}, which you trust. Two people may have given their vaults one name. But if it came as a new key of {other}, trust nothing: somebody may have exchanged it. Ask them in a call or face to face.</source>
      <translation>Этот ключ называет себя {own}, как и ключ «{other}», которому вы доверяете. Два человека могли дать своим хранилищам одно имя. Но если он пришёл как новый ключ «{other}», не доверяйте ничему: его могли подменить. Спросите в звонке или при встрече.</translation>
    </message>
    <message>
      <source>Whose key is it?</source>
      <translation>Чей это ключ?</translation>
    </message>
    <message>
      <source>Write by what you know its owner: a name, or the office. It stays in this vault, and is compared with the names of the keys that you trust.</source>
      <translation>Напишите, как вы называете владельца: имя или «офис». Это остаётся в этом хранилище и сравнивается с именами ключей, которым вы доверяете.</translation>
    </message>
  </context>
  <context>
    <name>Words</name>
    <message>
      <source>Draft</source>
      <translation>Черновик</translation>
    </message>
    <message>
      <source>Finalised</source>
      <translation>Завершён</translation>
    </message>
    <message>
      <source>Partly withdrawn</source>
      <translation>Частично отозван</translation>
    </message>
    <message>
      <source>Sealed</source>
      <translation>Запечатан</translation>
    </message>
    <message>
      <source>Two versions</source>
      <translation>Две версии</translation>
    </message>
    <message>
      <source>Withdrawn</source>
      <translation>Отозван</translation>
    </message>
  </context>
  <context>
    <name>Workspace</name>
    <message numerus="yes">
      <source>%n entry(ies) of {code} cannot be saved as written. They are kept as you typed them, and do not count as answers.</source>
      <translation>
        <numerusform>%n запись в {code} нельзя сохранить так, как написано. Она хранится, как вы её набрали, и ответом не считается.</numerusform>
        <numerusform>%n записи в {code} нельзя сохранить так, как написано. Они хранятся, как вы их набрали, и ответами не считаются.</numerusform>
        <numerusform>%n записей в {code} нельзя сохранить так, как написано. Они хранятся, как вы их набрали, и ответами не считаются.</numerusform>
      </translation>
    </message>
    <message>
      <source>Cases</source>
      <translation>Случаи</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Экспорт</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation>Запереть</translation>
    </message>
    <message>
      <source>One of the two headers of this vault was damaged and has been healed. Make a backup soon: the disk may be failing.</source>
      <translation>Один из двух заголовков хранилища был повреждён и восстановлен. Сделайте резервную копию: возможно, диск портится.</translation>
    </message>
    <message>
      <source>Panic</source>
      <translation>Тревога</translation>
    </message>
    <message>
      <source>Protection</source>
      <translation>Защита</translation>
    </message>
    <message>
      <source>Review</source>
      <translation>Просмотр</translation>
    </message>
    <message>
      <source>Search everything</source>
      <translation>Искать везде</translation>
    </message>
    <message>
      <source>Search everything ({key})</source>
      <translation>Искать везде ({key})</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Настройки</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>Команда</translation>
    </message>
    <message>
      <source>This vault is not as it was when it was locked: somebody may have put other files in its place. Export nothing, and show this to whoever looks after your security. Locked in: {locked}. Found in: {found}.</source>
      <translation>Хранилище не такое, каким его заперли: возможно, кто-то подменил его файлы. Ничего не передавайте и покажите это тому, кто отвечает за вашу безопасность. Заперли: {locked}. Сейчас: {found}.</translation>
    </message>
  </context>
</TS>
