-- uses: tpch.nation.n_name show, tpch.nation.n_nationkey link, tpch.nation.n_regionkey link, tpch.part.p_mfgr show, tpch.part.p_partkey link, tpch.part.p_partkey show, tpch.part.p_size filter, tpch.part.p_type filter, tpch.partsupp.ps_partkey link, tpch.partsupp.ps_suppkey link, tpch.partsupp.ps_supplycost filter, tpch.region.r_name filter, tpch.region.r_regionkey link, tpch.supplier.s_acctbal show, tpch.supplier.s_address show, tpch.supplier.s_comment show, tpch.supplier.s_name show, tpch.supplier.s_nationkey link, tpch.supplier.s_phone show, tpch.supplier.s_suppkey link
-- joins: tpch/partsupp.ps_partkey = tpch/part.p_partkey, tpch/partsupp.ps_suppkey = tpch/supplier.s_suppkey, tpch/supplier.s_nationkey = tpch/nation.n_nationkey, tpch/nation.n_regionkey = tpch/region.r_regionkey
SELECT s_acctbal, s_name, n_name, p_partkey, p_mfgr, s_address, s_phone, s_comment
FROM tpch.part, tpch.supplier, tpch.partsupp, tpch.nation, tpch.region
WHERE p_partkey = ps_partkey AND s_suppkey = ps_suppkey AND p_size = 15 AND p_type LIKE '%BRASS'
  AND s_nationkey = n_nationkey AND n_regionkey = r_regionkey AND r_name = 'EUROPE'
  AND ps_supplycost = (
    SELECT MIN(ps_supplycost)
    FROM tpch.partsupp, tpch.supplier, tpch.nation, tpch.region
    WHERE p_partkey = ps_partkey AND s_suppkey = ps_suppkey AND s_nationkey = n_nationkey
      AND n_regionkey = r_regionkey AND r_name = 'EUROPE')
ORDER BY s_acctbal DESC, n_name, s_name, p_partkey
LIMIT 100
