-- refused: KIND
-- in another spelling
SELECT COUNT(DISTINCT m_id) AS n FROM x.m
