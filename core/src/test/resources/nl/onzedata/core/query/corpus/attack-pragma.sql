-- refused: SYNTAX
PRAGMA database_list
