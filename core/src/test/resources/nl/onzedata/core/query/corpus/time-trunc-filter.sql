-- refused: TIME
-- no quarter starts on that day
SELECT COUNT(*) AS n FROM x.b WHERE DATE_TRUNC('quarter', sinds) >= DATE '2026-04-02'
