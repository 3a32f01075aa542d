-- refused: UNSUPPORTED UNSUPPORTED
SELECT current_user AS u, session_user AS s FROM x.h
