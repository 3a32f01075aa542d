-- refused: *
-- only the written name is that of the column
SELECT COUNT(*) AS n FROM x.h WHERE "INKOMEN" < 34229
